package shutaf.purchase;

/**
 * Another transaction has just recorded the same receipt. Everything of this one is rolled back;
 * done again it finds the other's and answers as a repeat.
 */
public class ConcurrentReceipt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Without a trace: it is an expected race, not a fault. */
    public ConcurrentReceipt() {
        super("the receipt was recorded by another transaction; try again", null, false, false);
    }
}
