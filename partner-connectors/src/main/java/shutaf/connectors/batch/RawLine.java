package shutaf.connectors.batch;

/**
 * One line as its bytes came, line end included: what is hashed, and what goes back to the partner
 * when it is rejected.
 */
final class RawLine {
    private final long number;
    private final byte[] bytes;
    private final long end;

    /**
     * One line.
     *
     * @param number from 1
     * @param end offset in the file of the byte after it
     */
    RawLine(long number, byte[] bytes, long end) {
        this.number = number;
        this.bytes = bytes;
        this.end = end;
    }

    long number() {
        return number;
    }

    long end() {
        return end;
    }

    /** All its bytes; not a copy, do not change them. */
    byte[] bytes() {
        return bytes;
    }

    /** Bytes before the line end (CR LF, LF, or none at the end of the file). */
    int textLength() {
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\n') {
            length--;
        }
        return length > 0 && bytes[length - 1] == '\r' ? length - 1 : length;
    }

    /** Whether the line is a record of this kind: its letter and a semicolon. */
    boolean is(char kind) {
        return bytes.length > 1 && bytes[0] == kind && bytes[1] == ';';
    }
}
