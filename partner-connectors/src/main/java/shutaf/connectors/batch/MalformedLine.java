package shutaf.connectors.batch;

/** A line of a receipt cannot be understood; its message says why, in words for the partner. */
final class MalformedLine extends Exception {
    MalformedLine(String reason) {
        super(reason, null, false, false);
    }
}
