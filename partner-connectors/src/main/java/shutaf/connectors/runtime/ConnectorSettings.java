package shutaf.connectors.runtime;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.util.Optional;

/**
 * Settings of the partners' routes with unit and default; each is an environment variable or a
 * system property.
 */
@ApplicationScoped
public class ConnectorSettings {
    /** Pause between two looks into a partner's drop folder. HUB_FILE_POLL_MILLIS, default 1000. */
    public Duration filePoll() {
        return Duration.ofMillis(number("HUB_FILE_POLL_MILLIS", 1_000));
    }

    /**
     * A dropped file without a trailer is taken for finished, and rejected, when it did not change
     * for so long. HUB_FILE_QUIET_SECONDS, default 20.
     */
    public Duration fileQuiet() {
        return Duration.ofSeconds(number("HUB_FILE_QUIET_SECONDS", 20));
    }

    /** Pause between two looks at a partner's SFTP server. HUB_SFTP_POLL_SECONDS, default 60. */
    public Duration sftpPoll() {
        return Duration.ofSeconds(number("HUB_SFTP_POLL_SECONDS", 60));
    }

    /**
     * Where a partner's files are fetched from, if they are.
     *
     * @param partner code, for example SUPER: HUB_SFTP_SUPER, HUB_SFTP_SUPER_KEY,
     *     HUB_SFTP_SUPER_HOSTKEY
     */
    public Optional<SftpSource> sftp(String partner) {
        return text("HUB_SFTP_" + partner)
                .map(address -> SftpSource.of(
                        address,
                        needed("HUB_SFTP_" + partner + "_KEY"),
                        needed("HUB_SFTP_" + partner + "_HOSTKEY")));
    }

    /**
     * The folder on a partner's SFTP server in which it wants its answers, if it does:
     * HUB_SFTP_SUPER_ANSWERS, such as {@code incoming}. They are in its outbox in any case.
     *
     * @param partner code, for example SUPER
     */
    public Optional<String> sftpAnswers(String partner) {
        Optional<String> folder = text("HUB_SFTP_" + partner + "_ANSWERS");
        if (folder.filter(f -> !f.matches("[A-Za-z0-9_][A-Za-z0-9._/-]*")).isPresent()) {
            throw new IllegalStateException("setting HUB_SFTP_" + partner
                    + "_ANSWERS must be a folder like incoming, not " + folder.get());
        }
        return folder;
    }

    private static String needed(String name) {
        return text(name)
                .orElseThrow(() -> new IllegalStateException(
                        "setting " + name + " is missing; without it the server is not trusted"));
    }

    private static int number(String name, int standard) {
        String value = text(name).orElse(Integer.toString(standard));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "setting " + name + " must be a whole number, not " + value, e);
        }
    }

    private static Optional<String> text(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }
}
