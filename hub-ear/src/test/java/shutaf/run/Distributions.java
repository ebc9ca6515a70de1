package shutaf.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Maven resolved and unpacked for us; nothing is fetched at run time.
 *
 * @param wildfly folder of the unpacked WildFly, used by all and never changed
 * @param keycloak folder of the unpacked Keycloak; its one-time build is kept inside
 * @param postgres folder that the PostgreSQL binaries are unpacked into
 * @param ear the application
 */
public record Distributions(Path wildfly, Path keycloak, Path postgres, Path ear) {

    /**
     * Reads the system properties {@code shutaf.wildfly}, {@code shutaf.keycloak},
     * {@code shutaf.postgres} and {@code shutaf.ear}, which hub-ear's pom sets.
     *
     * @throws CannotStart when Maven has not prepared them
     */
    public static Distributions fromMaven() {
        return new Distributions(
                existing("shutaf.wildfly"),
                existing("shutaf.keycloak"),
                Path.of(property("shutaf.postgres")),
                existing("shutaf.ear"));
    }

    /** For whoever starts nothing but PostgreSQL: only {@code shutaf.postgres} is read. */
    static Distributions postgresAlone() {
        Path none = Path.of("");
        return new Distributions(none, none, Path.of(property("shutaf.postgres")), none);
    }

    /** The JDBC driver's jar, as Maven put it on our class path. */
    static Path jdbcDriver() {
        try {
            return Path.of(org.postgresql.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("The JDBC driver lies at no file", impossible);
        }
    }

    /** Copies a file unless an equal one is there. */
    static void copyIfChanged(Path from, Path to) {
        try {
            if (!Files.exists(to) || Files.mismatch(from, to) >= 0) {
                Files.createDirectories(to.getParent());
                Files.deleteIfExists(to);
                Files.copy(from, to);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot copy " + from + " to " + to, failed);
        }
    }

    private static Path existing(String property) {
        Path path = Path.of(property(property));
        if (!Files.exists(path)) {
            throw new CannotStart(
                    path + " is missing. Start with: mvn -Prun (or mvn verify for the tests).");
        }
        return path;
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new CannotStart("The system property " + name
                    + " is not set: start with mvn -Prun, or run the" + " test through Maven.");
        }
        return value;
    }
}
