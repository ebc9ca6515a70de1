package shutaf.connectors.batch;

import java.nio.file.Path;
import java.time.Duration;

/** Camel addresses of a drop folder. */
final class DropFolder {
    private DropFolder() {}

    /**
     * To take files from. Camel's own claims, moves and read locks are off: a file stays until
     * {@link PartnerInbox} removes it, and who posts it is decided by the hub's table, which
     * survives a crash.
     *
     * @param threads name of the pool that bounds all partners together
     */
    static String address(Path folder, Duration poll, String threads) {
        return "file:" + folder
                + "?noop=true&idempotent=false&readLock=none"
                + "&filter=#finishedFiles&sorter=#bySequence&eagerMaxMessagesPerPoll=false"
                + "&initialDelay=0&delay=" + poll.toMillis()
                + "&scheduledExecutorService=#" + threads;
    }

    /**
     * To send answers from; one that could not be sent stays.
     *
     * @param threads name of the pool that bounds all partners together
     */
    static String waiting(Path folder, Duration poll, String threads) {
        return "file:" + folder
                + "?delete=true&readLock=none&exclude=RAW(\\..*)"
                + "&delay=" + poll.toMillis()
                + "&scheduledExecutorService=#" + threads;
    }

    /**
     * To put files into, under a hidden name until they are whole; one that still lies there is not
     * replaced.
     */
    static String deliverTo(Path folder) {
        return "file:" + folder + "?tempPrefix=.&fileExist=Fail";
    }
}
