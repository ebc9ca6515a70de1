package shutaf.filing;

/**
 * How far a file is posted and what came of it so far. Everything up to here is committed, so it is
 * where posting goes on after a crash.
 *
 * @param lines lines of the file that are done, header included
 * @param receipts receipts that are done, whatever came of them
 * @param accrued sales that earned
 * @param unclaimed sales that nobody is known for
 * @param returned returns that took points back, or had none to take
 * @param waiting returns whose sale has not come yet
 * @param refused receipts that the hub refused
 * @param rejected receipts with a broken line
 * @param pointsEarned points of the sales
 * @param pointsBack points that returns took back, positive
 * @param at where the next receipt begins
 */
public record FileProgress(
        long lines,
        long receipts,
        long accrued,
        long unclaimed,
        long returned,
        long waiting,
        long refused,
        long rejected,
        long pointsEarned,
        long pointsBack,
        Position at) {
    /** Nothing is done yet. */
    public static final FileProgress NONE =
            new FileProgress(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new Position(0, 0, 0));

    /**
     * Lengths in bytes that belong together.
     *
     * @param input of the purchase file, up to the end of the last receipt that is done
     * @param handback of the handback that tells of these receipts
     * @param rejects of the rejected lines among them
     */
    public record Position(long input, long handback, long rejects) {}
}
