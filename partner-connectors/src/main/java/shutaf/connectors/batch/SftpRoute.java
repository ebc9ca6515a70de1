package shutaf.connectors.batch;

import org.apache.camel.builder.RouteBuilder;

/**
 * From a partner's SFTP server into its drop folder; a file is removed there when it is whole here.
 */
final class SftpRoute extends RouteBuilder {
    private final String partner;
    private final String server;
    private final String inbox;

    SftpRoute(String partner, String server, String inbox) {
        this.partner = partner;
        this.server = server;
        this.inbox = inbox;
    }

    @Override
    public void configure() {
        onException(Exception.class)
                .log("${file:name} of " + partner + " stays on the SFTP server: ${exception}");
        from(server).routeId("purchase-files-sftp-" + partner).to(inbox);
    }
}
