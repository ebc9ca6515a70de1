package shutaf.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The way around PostgreSQL's refusal to run as root, which is who people are in a container.
 *
 * <p>First choice is a user namespace: inside it the process has no user number 0, outside it its
 * files stay root's. Where the system forbids namespaces, the user {@code nobody} gets PostgreSQL's
 * folder.
 */
final class Unprivileged {

    private static final Path SELF = Path.of("/proc/self");
    private static final int NOBODY = 65534;

    private Unprivileged() {}

    /**
     * What to put before a command so that it does not run as root; nothing when we are not root.
     *
     * @param owned the folder that the command must own, made already
     */
    static List<String> prefix(Path owned) {
        boolean root = userOf(Files.exists(SELF) ? SELF : owned) == 0;
        if (!root) {
            return List.of();
        }
        boolean nobodysAlready = userOf(owned) == NOBODY;
        if (!nobodysAlready && works(List.of("unshare", "-U", "true"))) {
            return List.of("unshare", "-U");
        }
        List<String> asNobody =
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        letPass(owned.getParent());
        boolean given = works(List.of("chown", "-R", NOBODY + ":" + NOBODY, owned.toString()));
        if (given && works(concat(asNobody, List.of("test", "-w", owned.toString())))) {
            return asNobody;
        }
        throw new CannotStart(
                "PostgreSQL refuses to run as root, and this system lets root neither use"
                        + " 'unshare -U' nor give " + owned
                        + " to nobody. Start as an ordinary user, or point "
                        + Setting.HUB_DB_URL + " at a PostgreSQL of yours.");
    }

    static List<String> concat(List<String> first, List<String> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Number of the user who owns a file; -1 where users have no numbers. */
    private static int userOf(Path file) {
        try {
            boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
            return unix ? (Integer) Files.getAttribute(file, "unix:uid") : -1;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot tell whose file " + file + " is", failed);
        }
    }

    private static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Others may pass through the data folder, but neither list nor read it. */
    private static void letPass(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot change the mode of " + folder, failed);
        }
    }
}
