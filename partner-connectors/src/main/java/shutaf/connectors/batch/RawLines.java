package shutaf.connectors.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Lines of a file, one at a time. Lines end with a line feed in all charsets that we read; a line
 * that is too long ends the reading, so that a file without line ends does not fill the memory.
 */
final class RawLines implements Closeable {
    /** Bytes of the longest line that can be a receipt's. */
    static final int LONGEST = 8_192;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int from;
    private int to;
    private long lines;
    private long bytes;

    /**
     * Goes on in the middle of a file.
     *
     * @param in stands at {@code bytesBefore}
     * @param linesBefore lines that were read before
     * @param bytesBefore bytes that were read before
     */
    RawLines(InputStream in, long linesBefore, long bytesBefore) {
        this.in = in;
        this.lines = linesBefore;
        this.bytes = bytesBefore;
    }

    /** The next line, empty at the end of the file. */
    Optional<RawLine> next() throws IOException, MalformedFile {
        int length = 0;
        while (true) {
            int end = lineEnd(from + length);
            if (end - from > LONGEST) {
                throw tooLong();
            }
            if (end <= to) {
                return Optional.of(taken(end));
            }
            length = to - from;
            if (length > LONGEST) {
                throw tooLong();
            }
            if (!fill()) {
                return length == 0 ? Optional.empty() : Optional.of(taken(to));
            }
        }
    }

    private MalformedFile tooLong() {
        return new MalformedFile(
                MalformedFile.Code.LINE_LENGTH,
                "line " + (lines + 1) + " is longer than " + LONGEST
                        + " bytes; this is no purchase file");
    }

    /** Index after the next line feed, or one more than what is in the buffer. */
    private int lineEnd(int searchFrom) {
        for (int i = searchFrom; i < to; i++) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return to + 1;
    }

    private RawLine taken(int end) {
        byte[] line = Arrays.copyOfRange(buffer, from, end);
        from = end;
        bytes += line.length;
        return new RawLine(++lines, line, bytes);
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
