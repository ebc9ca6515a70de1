package shutaf.platform;

/**
 * Nothing may be told as done: the database refused the commit at the last moment, was lost on the
 * way, or is away. Who asks again with the same receipt is answered right in any case.
 */
public class NotCommitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCommitted(Exception why) {
        super("the commit failed; ask again with the same receipt", why);
    }
}
