package shutaf.intake;

/**
 * A request carries a key that stands for another content. All that it did is rolled back; the
 * caller answers with KEY_REUSED.
 */
class KeyReused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a trace: a refusal, not a fault. */
    KeyReused() {
        super("the idempotency key was used for another request before", null, false, false);
    }
}
