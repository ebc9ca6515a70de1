package shutaf.connectors.batch;

import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Lets through files that nobody is writing any more: those that end with a trailer at once, others
 * when they have not changed for a while. Names that say "not yet" never pass.
 */
final class FinishedFiles implements GenericFileFilter<File> {
    private static final int TAIL = 160;
    private static final Pattern TRAILER =
            Pattern.compile("\nT;[0-9]+;-?[0-9.]+;[0-9a-fA-F]{64}\\s*$");
    private static final Pattern NOT_YET =
            Pattern.compile("\\..*|.*\\.(part|tmp|growing|filepart)");

    private final Duration quiet;
    private final Supplier<Instant> now;

    /** Files without a trailer pass when they did not change for {@code quiet}. */
    FinishedFiles(Duration quiet, Supplier<Instant> now) {
        this.quiet = quiet;
        this.now = now;
    }

    @Override
    public boolean accept(GenericFile<File> file) {
        return file.isDirectory() ? false : finished(file.getFile().toPath());
    }

    /** Whether a name is one that its owner will still change. */
    static boolean unfinishedName(String name) {
        return NOT_YET.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    boolean finished(Path file) {
        if (unfinishedName(file.getFileName().toString())
                || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            return changed.plus(quiet).isBefore(now.get()) || endsWithTrailer(file);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean endsWithTrailer(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(Math.max(0, channel.size() - TAIL));
            ByteBuffer tail = ByteBuffer.allocate(TAIL);
            while (tail.hasRemaining() && channel.read(tail) > 0) {
                // Reads on: a channel may give less than is there.
            }
            String text = new String(tail.array(), 0, tail.position(), StandardCharsets.US_ASCII);
            return TRAILER.matcher(text).find();
        }
    }
}
