package shutaf.message;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A letter as everybody gets it, without an address.
 *
 * @param language {@code he} or {@code en}: it decides the direction of writing
 * @param subject one line
 * @param lines the text, line by line
 * @param link the page that shows the same
 * @param linkText what the link says
 * @param enclosed the report
 */
public record Letter(
        String language,
        String subject,
        List<String> lines,
        URI link,
        String linkText,
        Enclosed enclosed) {

    /** Keeps its own lines. */
    public Letter {
        lines = List.copyOf(lines);
    }

    /**
     * A file that comes with it.
     *
     * @param name of the file, in ASCII
     * @param mediaType what it is
     * @param bytes what is in it
     */
    @SuppressWarnings("ArrayRecordComponent") // Made, sent and forgotten; nobody compares it.
    public record Enclosed(String name, String mediaType, byte[] bytes) {}

    /** For readers that show plain text. */
    String plain() {
        return String.join("\r\n", lines) + "\r\n\r\n" + linkText + ":\r\n" + link + "\r\n";
    }

    /** For all others: in Hebrew only this can say that lines start at the right. */
    String html() {
        String text = lines.stream()
                .map(line -> line.isEmpty() ? "<br>" : "<p>" + escaped(line) + "</p>")
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="%s" dir="%s"><head><meta charset="UTF-8"></head>
                <body style="font-family: Arial, sans-serif; line-height: 1.5">
                %s
                <p><a href="%s">%s</a></p>
                </body></html>
                """.formatted(
                        language,
                        language.equals("he") ? "rtl" : "ltr",
                        text,
                        escaped(link.toString()),
                        escaped(linkText));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
