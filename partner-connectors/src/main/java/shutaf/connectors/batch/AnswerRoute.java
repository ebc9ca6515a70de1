package shutaf.connectors.batch;

import org.apache.camel.builder.RouteBuilder;

/**
 * From the folder of answers on their way to a partner's SFTP server; one leaves it when it is
 * whole there, so a server that is down gets its answers later.
 */
final class AnswerRoute extends RouteBuilder {
    private final String partner;
    private final String waiting;
    private final String server;

    AnswerRoute(String partner, String waiting, String server) {
        this.partner = partner;
        this.waiting = waiting;
        this.server = server;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .log("${file:name} for " + partner + " waits for its SFTP server: ${exception}");
        from(waiting).routeId("purchase-file-answers-" + partner).to(server);
    }
}
