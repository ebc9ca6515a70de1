package shutaf.connectors.batch;

import org.apache.camel.CamelContext;

import shutaf.connectors.runtime.SftpSource;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** Camel addresses of folders on a partner's SFTP server. */
final class SftpFolder {
    /** A remote file that did not change for so long is taken for finished. */
    private static final Duration QUIET = Duration.ofSeconds(30);

    private static final Duration NO_ANSWER = Duration.ofSeconds(20);

    private SftpFolder() {}

    /**
     * To fetch files from: with our key only, and only from the server whose key is pinned. The
     * address has no secret in it, since addresses end in logs; what is pinned goes through the
     * registry.
     *
     * @param partner its code, for the log
     * @param work local folder where a file grows while it is fetched, on the disk of the drop
     *     folder
     */
    static String address(
            CamelContext context,
            String partner,
            SftpSource source,
            Path work,
            Duration poll,
            String threads) {
        String report = "fetchReport-" + partner;
        context.getRegistry().bind(report, new FetchReport(partner));
        return server(context, source, source.folder())
                + "&delete=true"
                + "&exclude=RAW((?i)(\\..*|.*\\.(part|tmp|growing|filepart)))"
                + "&readLock=changed&readLockMinAge=" + QUIET.toMillis()
                + "&readLockTimeout=1000&readLockCheckInterval=500&readLockLoggingLevel=DEBUG"
                + "&localWorkDirectory=" + work
                + "&throwExceptionOnConnectFailed=true&pollStrategy=#" + report
                + "&delay=" + poll.toMillis()
                + "&scheduledExecutorService=#" + threads;
    }

    /**
     * To put answers into, under a hidden name until they are whole; one of that name is replaced.
     *
     * @param folder on the same server, below the login folder
     */
    static String answers(CamelContext context, SftpSource source, String folder) {
        return server(context, source, folder) + "&tempPrefix=.&fileExist=Override";
    }

    private static String server(CamelContext context, SftpSource source, String folder) {
        String pinned = "knownHost-" + source.host() + "-" + source.port();
        context.getRegistry().bind(pinned, source.knownHost().getBytes(StandardCharsets.US_ASCII));
        return "sftp:" + source.user() + "@" + source.host() + ":" + source.port() + "/" + folder
                + "?knownHosts=#" + pinned
                + "&strictHostKeyChecking=yes&useUserKnownHostsFile=false"
                + "&privateKeyFile=" + source.privateKey()
                + "&preferredAuthentications=publickey"
                + "&disconnect=true&stepwise=false&autoCreate=false"
                + "&connectTimeout=" + NO_ANSWER.toMillis()
                + "&soTimeout=" + NO_ANSWER.toMillis()
                + "&maximumReconnectAttempts=0";
    }
}
