package shutaf.whole;

import com.microsoft.playwright.impl.driver.Driver;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The Chromium that browser tests drive: an installed one; else Playwright's own download; else
 * Debian's package. It says which, since a machine that lacks all three fails here and nowhere
 * else.
 */
final class InstalledBrowser {
    private static final Logger LOG = System.getLogger(InstalledBrowser.class.getName());
    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
    private static final int INSTALL_MINUTES = 10;

    private InstalledBrowser() {}

    /** Where it is; empty when Playwright brings its own. */
    static Optional<Path> find() {
        Optional<Path> installed = onPath();
        if (installed.isPresent()) {
            LOG.log(Logger.Level.INFO, "Browser tests use the installed {0}", installed.get());
            return installed;
        }
        if (run(playwright("install", "chromium"))) {
            LOG.log(Logger.Level.INFO, "Browser tests use the Chromium that Playwright fetched");
            return Optional.empty();
        }
        LOG.log(
                Logger.Level.INFO,
                "No Chromium is installed or can be fetched: installing Debian's");
        run(new ProcessBuilder("apt-get", "install", "--yes", "--quiet", "chromium"));
        return Optional.of(onPath().orElseThrow(() -> new IllegalStateException(
                "Browser tests need Chromium: install it, say by apt-get install chromium")));
    }

    private static Optional<Path> onPath() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static ProcessBuilder playwright(String... arguments) {
        ProcessBuilder driver = Driver.ensureDriverInstalled(
                        Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false)
                .createProcessBuilder();
        driver.command().addAll(List.of(arguments));
        return driver;
    }

    private static boolean run(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
