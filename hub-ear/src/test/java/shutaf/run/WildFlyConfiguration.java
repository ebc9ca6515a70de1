package shutaf.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * WildFly's configuration: its own {@code standalone-full.xml}, changed by {@code wildfly.cli}
 * without starting a server. Made at the first start, and again whenever the script, the driver or
 * WildFly's version changed.
 */
final class WildFlyConfiguration {

    static final String FILE = "standalone-full.xml";

    private final Path home;
    private final Path base;
    private final Path modules;
    private final Path log;
    private final String cli;

    /** Configuration that a script makes of WildFly's own. */
    WildFlyConfiguration(Path home, Path base, Path log, String cli) {
        this.cli = cli;
        this.home = home;
        this.base = base;
        this.modules = base.resolve("modules");
        this.log = log;
    }

    boolean isDone() {
        try {
            return Files.exists(stamp()) && Files.readString(stamp()).equals(hash());
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read " + stamp(), failed);
        }
    }

    void make() {
        copyOriginal();
        Path driver = modules.resolve("org").resolve("postgresql").resolve("main");
        Distributions.copyIfChanged(Distributions.jdbcDriver(), driver.resolve("postgresql.jar"));
        PrivateFile.write(driver.resolve("module.xml"), Resources.text("module.xml"));
        Path script = base.resolve("hub.cli");
        PrivateFile.write(script, cli);
        List<String> command = new ArrayList<>(List.of(
                Programs.java().toString(),
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Dmodule.path=" + modulePath()));
        command.addAll(jbossModules());
        command.addAll(List.of("org.jboss.as.cli", "--file=" + script));
        Programs.run(
                command,
                Map.of("JBOSS_HOME", home.toString()),
                log,
                Duration.ofMinutes(3),
                "WildFly could not be configured");
        PrivateFile.write(stamp(), hash());
    }

    /** The options that start anything of WildFly, with the JDBC driver among its modules. */
    List<String> jbossModules() {
        return List.of("-jar", home.resolve("jboss-modules.jar").toString(), "-mp", modulePath());
    }

    private void copyOriginal() {
        Path original = home.resolve("standalone").resolve("configuration");
        try (Stream<Path> files = Files.list(original)) {
            files.forEach(file -> Distributions.copyIfChanged(
                    file,
                    base.resolve("configuration").resolve(file.getFileName().toString())));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot copy " + original, failed);
        }
    }

    private String hash() {
        String all = home.getFileName()
                + Distributions.jdbcDriver().getFileName().toString()
                + cli
                + Resources.text("module.xml");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path stamp() {
        return base.resolve("configured");
    }

    /** Folders of modules: WildFly's own and the one with the JDBC driver. */
    String modulePath() {
        return home.resolve("modules") + File.pathSeparator + modules;
    }
}
