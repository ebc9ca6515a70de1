package shutaf.connectors.api.security;

import jakarta.enterprise.context.ApplicationScoped;

import shutaf.platform.HubSettings;

/**
 * Settings of the partner API with unit and default; each an environment variable or system
 * property.
 */
@ApplicationScoped
public class ApiSettings {
    /** Issuer of the tokens: the realm's address, made of HUB_KEYCLOAK_URL. */
    public String issuer() {
        return HubSettings.text("HUB_KEYCLOAK_URL", "http://127.0.0.1:8180") + "/realms/shutaf";
    }

    /** Requests per second that one client may send. HUB_API_REQUESTS_PER_SECOND. */
    public int requestsPerSecond() {
        return number("HUB_API_REQUESTS_PER_SECOND", 10_000);
    }

    /**
     * Lookups per minute of one client that find nobody: more of them is guessing.
     * HUB_API_MISSES_PER_MINUTE.
     */
    public int missesPerMinute() {
        return number("HUB_API_MISSES_PER_MINUTE", 600);
    }

    /** Requests per minute of one address whose token is refused. HUB_API_REFUSALS_PER_MINUTE. */
    public int refusalsPerMinute() {
        return number("HUB_API_REFUSALS_PER_MINUTE", 1_200);
    }

    private static int number(String name, int standard) {
        return Math.max(1, HubSettings.number(name, standard));
    }
}
