package shutaf.connectors.batch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns lines into text and fields, strictly: a byte that the partner's charset does not have is a
 * fault of the file and never a question mark in somebody's receipt. For one thread.
 */
final class FileText {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Charset charset;
    private final CharsetDecoder decoder;

    FileText(String charset) {
        this.charset = Charset.forName(charset);
        this.decoder = this.charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    Charset charset() {
        return charset;
    }

    /** The line's text without its end. */
    String of(RawLine line) throws MalformedFile {
        String text;
        try {
            text = decoder.decode(ByteBuffer.wrap(line.bytes(), 0, line.textLength()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedFile(
                    MalformedFile.Code.ENCODING,
                    "line " + line.number() + " is no " + charset
                            + ", which is agreed for this partner");
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' && text.charAt(i) != '\t') {
                throw new MalformedFile(
                        MalformedFile.Code.BINARY,
                        "line " + line.number() + " has a control character; this is no text");
            }
        }
        return line.number() == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
                ? text.substring(1)
                : text;
    }

    /**
     * Fields between semicolons. A field that begins with a quote goes to the quote that ends it,
     * with doubled quotes inside; a quote in the middle of a field, as in Hebrew abbreviations, is
     * a character like others.
     */
    static List<String> fields(String line) throws MalformedLine {
        List<String> fields = new ArrayList<>(20);
        int at = 0;
        while (at <= line.length()) {
            int end = at < line.length() && line.charAt(at) == '"'
                    ? quotedEnd(line, at)
                    : plainEnd(line, at);
            String field = line.substring(at, end);
            fields.add(
                    field.startsWith("\"")
                            ? field.substring(1, field.length() - 1).replace("\"\"", "\"")
                            : field);
            at = end + 1;
        }
        return fields;
    }

    private static int plainEnd(String line, int from) {
        int end = line.indexOf(';', from);
        return end < 0 ? line.length() : end;
    }

    private static int quotedEnd(String line, int from) throws MalformedLine {
        int i = from + 1;
        while (i < line.length()) {
            if (line.charAt(i) != '"') {
                i++;
            } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                i += 2;
            } else if (i + 1 == line.length() || line.charAt(i + 1) == ';') {
                return i + 1;
            } else {
                throw new MalformedLine("a quoted field goes on after its closing quote");
            }
        }
        throw new MalformedLine("a field begins with a quote that is never closed");
    }
}
