package shutaf.connectors.batch;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Says in the log why a partner's files cannot be fetched, each reason once until it changes: a
 * server that is down for a night, or that shows another key than was agreed on, is one line.
 */
final class FetchReport extends DefaultPollingConsumerPollStrategy {
    private static final Logger LOG = System.getLogger(FetchReport.class.getName());

    private final String partner;
    private String told = "";

    FetchReport(String partner) {
        this.partner = partner;
    }

    /** The server answered. */
    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (!told.isEmpty()) {
            LOG.log(Level.INFO, "files of {0} can be fetched again", partner);
            told = "";
        }
    }

    /** Never asks for another try at once: the next look comes soon enough. */
    @Override
    public boolean rollback(
            Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        String reason = reason(cause);
        if (!reason.equals(told)) {
            LOG.log(Level.WARNING, "files of {0} cannot be fetched: {1}", partner, reason);
            told = reason;
        }
        return false;
    }

    /** What is at the root of it: "reject HostKey" says more than "cannot connect". */
    private static String reason(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
