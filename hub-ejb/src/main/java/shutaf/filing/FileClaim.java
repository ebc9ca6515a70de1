package shutaf.filing;

/** Whether, and from where, a file may be posted. */
public sealed interface FileClaim {
    /**
     * It is the caller's to post, from {@link PartnerFile#progress()} on: from the start, or from
     * where an earlier attempt was cut off.
     *
     * @param file its row
     */
    record Granted(PartnerFile file) implements FileClaim {}

    /**
     * The same file was posted before: give the same handback, change nothing.
     *
     * @param file its row
     */
    record Repeated(PartnerFile file) implements FileClaim {}

    /**
     * Another server is posting it: leave it alone for now.
     *
     * @param holder that server
     */
    record Busy(String holder) implements FileClaim {}

    /**
     * It is not the file that comes next.
     *
     * @param reason what was expected, in words
     */
    record OutOfSequence(String reason) implements FileClaim {}
}
