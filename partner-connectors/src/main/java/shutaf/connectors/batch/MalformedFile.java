package shutaf.connectors.batch;

/** The file as a whole cannot be taken; its message says why, in words for the partner. */
final class MalformedFile extends Exception {
    /** Codes of rejected files, as they stand in the handback. */
    enum Code {
        /** Nothing is in it. */
        EMPTY,
        /** It is no text. */
        BINARY,
        /** Its bytes are none of the partner's charset. */
        ENCODING,
        /** A line is longer than any receipt's line can be. */
        LINE_LENGTH,
        /** The first line is no header of version 1. */
        HEADER,
        /** The header names another partner than the folder. */
        PARTNER,
        /** A line is none of H, D, T, or stands where it must not. */
        RECORD,
        /** The last line is no trailer. */
        TRAILER,
        /** The trailer's number of lines is another one. */
        COUNT,
        /** The trailer's sum is another one. */
        SUM,
        /** The trailer's hash is another one. */
        HASH,
        /** It is not the file that comes next. */
        SEQUENCE;

        @Override
        public String toString() {
            return "F-" + name().replace('_', '-');
        }
    }

    private final Code code;

    MalformedFile(Code code, String reason) {
        super(reason, null, false, false);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
