package shutaf.platform;

/**
 * The work was done and its commit failed: the database refused it at the last moment, or was lost.
 * Nothing may be told as done. Who asks again with the same receipt is answered right in any case.
 */
public class NotCommitted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCommitted(Exception why) {
        super("the commit failed; ask again with the same receipt", why);
    }
}
