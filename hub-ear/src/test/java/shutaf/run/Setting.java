package shutaf.run;

/**
 * Every environment variable that the run command reads, with its default.
 *
 * <p>The names are fixed: README, scripts and partners rely on them, and a test pins them.
 */
public enum Setting {
    HUB_HTTP_PORT("8080", "TCP port of the hub's pages and of the partner API, on loopback"),
    HUB_KEYCLOAK_PORT("8180", "TCP port of the Keycloak that is started here, on loopback"),
    HUB_DB_PORT("5433", "TCP port of the PostgreSQL that is started here, on loopback"),
    HUB_DATA_DIR(".hub", "folder of everything that must survive a restart"),
    HUB_DEMO("true", "true: the demo coalition with its logins is made at the first start"),
    HUB_STAFF_MFA("", "true: staff must have a second factor; empty: true unless HUB_DEMO is true"),
    HUB_DB_URL("", "JDBC URL of a PostgreSQL of yours; then none is started here"),
    HUB_DB_USER("", "role of that PostgreSQL that may create roles; used to prepare the database"),
    HUB_DB_PASSWORD("", "password of HUB_DB_USER"),
    HUB_REPORT_DB_URL(
            "", "JDBC URL of a replica that reports read from; else the hub's own database"),
    HUB_KEYCLOAK_URL("", "address of a Keycloak of yours; then none is started here"),
    HUB_WEB_CLIENT_SECRET("", "secret of the client hub-web in that Keycloak; else a made one"),
    HUB_QUEUE_PARTNERS("", "codes of partners who send by message queue, separated by commas"),
    HUB_SMTP_HOST("", "mail server that takes the hub's letters; empty: none are sent"),
    HUB_SMTP_PORT("", "its TCP port; empty: 587, or 465 for HUB_SMTP_TLS=tls"),
    HUB_SMTP_USER("", "login at the mail server; empty: none"),
    HUB_SMTP_PASSWORD("", "password of HUB_SMTP_USER"),
    HUB_SMTP_TLS("", "starttls, tls or none; empty: starttls, on loopback none"),
    HUB_MAIL_FROM("", "address that the hub's letters come from"),
    HUB_SERVER_JAVA_OPTS("", "further options for WildFly's Java, separated by blanks");

    private final String defaultValue;
    private final String meaning;

    Setting(String defaultValue, String meaning) {
        this.defaultValue = defaultValue;
        this.meaning = meaning;
    }

    /** The value when the environment does not name one; empty means "not set". */
    public String defaultValue() {
        return defaultValue;
    }

    /** What it is for, in one line with its unit. */
    public String meaning() {
        return meaning;
    }
}
