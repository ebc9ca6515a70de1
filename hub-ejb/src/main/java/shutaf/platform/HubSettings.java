package shutaf.platform;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/**
 * Every setting of the hub with its unit and default; each is an environment variable or a system
 * property.
 */
@ApplicationScoped
public class HubSettings {
    /** Where inbox, outbox and the hub's own secrets lie. HUB_DATA_DIR, default ".hub". */
    public Path dataFolder() {
        return Path.of(text("HUB_DATA_DIR", ".hub")).toAbsolutePath();
    }

    /** How far ahead of our clock a purchase may have happened. */
    public Duration clockTolerance() {
        return Duration.ofMinutes(number("HUB_CLOCK_TOLERANCE_MINUTES", 5));
    }

    /** How old a purchase may be unless the partner's setting allows history. */
    public Duration oldestPurchase() {
        return Duration.ofDays(number("HUB_OLDEST_PURCHASE_DAYS", 400));
    }

    /** How long after its business day a receipt without a member can be claimed. */
    public Period claimWindow() {
        return Period.ofDays(number("HUB_CLAIM_WINDOW_DAYS", 30));
    }

    /**
     * Transactions that post gathered single requests at the same time. With one, whoever arrives
     * during a commit shares the next: measured, that serves 8 as well as 64 tills best on two
     * processors.
     */
    public int gatheringWorkers() {
        return number("HUB_GATHERING_WORKERS", 1);
    }

    /** Most purchases that one transaction posts. */
    public int gatheringLimit() {
        return number("HUB_GATHERING_LIMIT", 64);
    }

    /** Key for hashes and tokens; empty means one made at the first start. HUB_SECRET. */
    public Optional<String> secret() {
        return Optional.of(text("HUB_SECRET", "")).filter(s -> !s.isEmpty());
    }

    /** The mail server; empty means that the hub sends no mail. HUB_SMTP_HOST. */
    public Optional<String> mailServer() {
        return Optional.of(text("HUB_SMTP_HOST", "")).filter(s -> !s.isEmpty());
    }

    /** Secret of the client {@code hub-mail}, who asks Keycloak for people's addresses. */
    public String mailClientSecret() {
        return text("HUB_MAIL_CLIENT_SECRET", "");
    }

    /** Address of Keycloak, without a slash at its end. HUB_KEYCLOAK_URL. */
    public String keycloak() {
        return text("HUB_KEYCLOAK_URL", "http://127.0.0.1:8180");
    }

    /**
     * Address of the pages for links in letters, without a slash at its end. HUB_SITE_URL, default
     * this machine, which only helps who sits at it.
     */
    public String site() {
        return text("HUB_SITE_URL", "http://127.0.0.1:" + number("HUB_HTTP_PORT", 8080))
                .replaceAll("/+$", "");
    }

    /** Who this server is among several; the same again after a restart. */
    public String serverName() {
        return text("jboss.node.name", "hub");
    }

    /**
     * A setting that is a whole number.
     *
     * @throws IllegalStateException when it is none
     */
    public static int number(String name, int standard) {
        String value = text(name, Integer.toString(standard));
        try {
            return Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "setting " + name + " must be a whole number, not " + value, e);
        }
    }

    /** A setting as it is written: a system property, else an environment variable. */
    public static String text(String name, String standard) {
        String property = System.getProperty(name);
        if (property != null && !property.isBlank()) {
            return property;
        }
        String variable = System.getenv(name);
        return variable == null || variable.isBlank() ? standard : variable;
    }
}
