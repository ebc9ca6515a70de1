package shutaf.run;

/**
 * The hub cannot be started, and the reader can do something about it.
 *
 * <p>The message is the whole answer for the person at the terminal: what is wrong, which setting
 * or program it concerns, what to change. It is shown without a stack trace.
 */
public final class CannotStart extends RuntimeException {

    /** Keeps {@code sentence} as the message. */
    public CannotStart(String sentence) {
        super(sentence);
    }

    /** Keeps {@code sentence} as the message and the cause for the log of a test. */
    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
