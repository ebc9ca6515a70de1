package shutaf.connectors.batch;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The first line: {@code H;1;SUPER;000042;2026-11-20T23:59:00+02:00;LIVE}.
 *
 * @param partner the partner's code
 * @param sequence the file's place in the partner's sequence, from 1
 * @param test whether nothing shall be posted
 */
record FileHeading(String partner, int sequence, boolean test) {
    private static final int FIELDS = 6;
    private static final String FORM =
            "; the first line must be like H;1;SUPER;000042;2026-11-20T23:59:00+02:00;LIVE";

    static FileHeading parse(String line) throws MalformedFile {
        List<String> fields = List.of(line.split(";", -1));
        if (fields.size() != FIELDS || !fields.get(0).equals("H")) {
            throw wrong("there is no header");
        }
        if (!fields.get(1).equals("1")) {
            throw wrong("version " + shown(fields.get(1)) + " is unknown");
        }
        if (!fields.get(3).matches("\\d{1,9}") || Integer.parseInt(fields.get(3)) == 0) {
            throw wrong("the sequence " + shown(fields.get(3)) + " is no number from 1");
        }
        try {
            OffsetDateTime.parse(fields.get(4));
        } catch (DateTimeException e) {
            throw wrong("the creation time " + shown(fields.get(4)) + " is none with offset");
        }
        return switch (fields.get(5)) {
            case "LIVE", "TEST" ->
                new FileHeading(
                        fields.get(2),
                        Integer.parseInt(fields.get(3)),
                        fields.get(5).equals("TEST"));
            default -> throw wrong(shown(fields.get(5)) + " is neither LIVE nor TEST");
        };
    }

    /** Six digits or more. */
    String sequenceText() {
        return String.format("%06d", sequence);
    }

    /** LIVE or TEST. */
    String mode() {
        return test ? "TEST" : "LIVE";
    }

    private static MalformedFile wrong(String what) {
        return new MalformedFile(MalformedFile.Code.HEADER, what + FORM);
    }

    private static String shown(String field) {
        return "'" + (field.length() > 40 ? field.substring(0, 40) + "..." : field) + "'";
    }
}
