package shutaf.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The one folder of everything that must survive a restart: databases, queues, files of partners,
 * secrets, logs.
 *
 * <p>Whoever has it open holds a lock of the operating system on it, which ends with the process,
 * however that ends; so two launchers never work on the same data.
 */
final class DataFolder implements AutoCloseable {

    private static final Duration PREVIOUS_RUN_MAY_STOP = Duration.ofSeconds(90);
    private static final String STOPPING = " stopping";

    private final Path folder;
    private final FileChannel lock;
    private final Secrets secrets;
    private volatile boolean stopping;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
        this.secrets = new Secrets(folder.resolve("secrets.properties"));
    }

    /**
     * Makes the folder when it is not there, and locks it.
     *
     * <p>A launcher that is just stopping (Ctrl-C and the next start right after) is waited for.
     *
     * @throws CannotStart when another launcher works on it
     */
    static DataFolder open(Path folder, Progress progress) {
        PrivateFile.folder(folder);
        PrivateFile.folder(folder.resolve("logs"));
        PrivateFile.folder(folder.resolve("pids"));
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve("run.lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            awaitLock(channel, folder, progress);
            DataFolder opened = new DataFolder(folder, channel);
            opened.note("");
            return opened;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot open " + folder, failed);
        }
    }

    /** A folder inside, made when missing, for its owner alone. */
    Path folder(String name) {
        return PrivateFile.folder(folder.resolve(name));
    }

    Path path() {
        return folder;
    }

    Secrets secrets() {
        return secrets;
    }

    Path pidFile(String part) {
        return folder.resolve("pids").resolve(part + ".pid");
    }

    Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    /**
     * Nothing is started from now on; a launcher that comes meanwhile learns that it shall wait.
     */
    void noteStopping() {
        stopping = true;
        note(STOPPING);
    }

    boolean isStopping() {
        return stopping;
    }

    /** Gives the folder free. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot unlock " + folder, failed);
        }
    }

    private static void awaitLock(FileChannel channel, Path folder, Progress progress)
            throws IOException {
        long began = System.nanoTime();
        boolean told = false;
        while (tryLock(channel).isEmpty()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            String holder = read(channel);
            boolean stopping = holder.endsWith(STOPPING);
            // Three seconds in any case: a launcher needs a moment to notice that it shall stop.
            if (waited.compareTo(stopping ? PREVIOUS_RUN_MAY_STOP : Duration.ofSeconds(3)) > 0) {
                throw new CannotStart(
                        "Shutaf already runs on the data in " + folder + " (process " + holder
                                + "). Stop it with Ctrl-C, or choose another folder with "
                                + Setting.HUB_DATA_DIR + ".");
            }
            if (stopping && !told) {
                progress.say("data", "the previous run is still stopping, waiting for it");
                told = true;
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException ownedByThisVeryProcess) {
            return Optional.empty();
        }
    }

    private void note(String state) {
        try {
            byte[] text =
                    (ProcessHandle.current().pid() + state).getBytes(StandardCharsets.US_ASCII);
            lock.truncate(0);
            lock.write(ByteBuffer.wrap(text), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write the lock of " + folder, failed);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(64);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    }
}
