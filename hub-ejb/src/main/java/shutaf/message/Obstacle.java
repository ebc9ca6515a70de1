package shutaf.message;

/** Why somebody did not get what was due. */
public enum Obstacle {
    /** The identity server did not answer, so nobody knows who has the role. */
    KEYCLOAK_AWAY,
    /** The identity server does not let the hub read who has the role. */
    KEYCLOAK_REFUSED,
    /** Nobody who has the role is enabled and has an address. */
    NOBODY,
    /** There are no purchases to report on. */
    NOTHING_TO_REPORT,
    /** The report could not be written; the log says why. */
    REPORT_FAILED,
    /** The mail server did not answer. */
    MAIL_SERVER_AWAY,
    /** The mail server could not prove who it is, so it was told nothing. */
    MAIL_SERVER_UNPROVEN,
    /** The mail server does not take the hub's login, or is not as safe as was asked for. */
    MAIL_SERVER_REFUSED,
    /** The mail server did not take this one letter. */
    ADDRESS_REFUSED;

    /** Whether trying again cannot help: then the sending is over. */
    boolean last() {
        return this == NOBODY || this == NOTHING_TO_REPORT;
    }

    /** Whether the next recipient's letter would meet it too. */
    public boolean forEverybody() {
        return this != ADDRESS_REFUSED;
    }
}
