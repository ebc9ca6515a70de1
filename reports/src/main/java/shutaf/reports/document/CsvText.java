package shutaf.reports.document;

/**
 * Text from outside on its way into a spreadsheet. A cell that begins with one of {@code = + - @}
 * runs as a formula when the file is opened, so it gets an apostrophe in front; the apostrophe is
 * part of the file and therefore of its hash.
 */
public final class CsvText {

    private static final String STARTS_A_FORMULA = "=+-@\t\r\uff1d\uff0b\uff0d\uff20";

    private CsvText() {}

    /** The text without line ends and other control characters, and harmless as a cell. */
    public static String harmless(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ");
        String start = oneLine.stripLeading();
        boolean formula = !start.isEmpty() && STARTS_A_FORMULA.indexOf(start.charAt(0)) >= 0;
        return formula ? '\'' + oneLine : oneLine;
    }

    /** As {@link #harmless}, quoted as one CSV field where it must be. */
    public static String field(String text) {
        String field = harmless(text);
        boolean quote = field.indexOf(',') >= 0 || field.indexOf('"') >= 0;
        return quote ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
