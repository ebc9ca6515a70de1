package shutaf.connectors.batch;

import org.apache.camel.builder.RouteBuilder;

import java.io.File;
import java.io.IOException;

/**
 * From a partner's drop folder to the hub: one file after the other, in the order of their
 * sequence.
 */
final class PurchaseFileRoute extends RouteBuilder {
    private final String partner;
    private final String inbox;
    private final Taking taking;

    /** Takes a file and removes it when it is done; one that stays is given again. */
    @FunctionalInterface
    interface Taking {
        void take(File dropped) throws IOException;
    }

    /**
     * Describes the route of one partner.
     *
     * @param inbox address of the drop folder with the consumer's options
     * @param taking gets each finished file
     */
    PurchaseFileRoute(String partner, String inbox, Taking taking) {
        this.partner = partner;
        this.inbox = inbox;
        this.taking = taking;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .handled(true)
                .log("${file:name} of " + partner + " stays in the inbox: ${exception}");
        from(inbox)
                .routeId("purchase-files-" + partner)
                .process(e -> taking.take(e.getMessage().getBody(File.class)));
    }
}
