package shutaf.run;

import java.time.Duration;

/** A server that the hub stands on, run here as a process of its own. */
interface Part {

    /** One word for the progress line, the log and the pid file. */
    String name();

    /** What it does while it starts, for the progress line. */
    String doing();

    /** Prepares it when this is its first time, starts it, and returns when it answers. */
    void start();

    /** Its process; the same object over all restarts. */
    ChildProcess process();

    /** How long it may take to end in good order. */
    default Duration grace() {
        return Duration.ofSeconds(30);
    }

    /** Ends it in good order, by force after {@link #grace()}. */
    default void stop() {
        process().stop(grace());
    }
}
