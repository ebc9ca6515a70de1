package shutaf.api;

import shutaf.run.Joining;
import shutaf.run.RunningHub;

import java.sql.SQLException;
import java.util.List;

/**
 * The partners of these tests: two that deal with members, and one that only asks too much. Clients
 * without a partner are there as well.
 */
final class Partners {
    /** Whose answers are looked at. */
    static final String OWN = "APIA";

    /** Who must not see anything of them. */
    static final String OTHER = "APIB";

    /** Who guesses numbers. */
    static final String GUESSER = "APIGUESS";

    /** A client of the realm, with a token for the API, and no partner of the hub. */
    static final String NOBODY = "APINOBODY";

    private static boolean founded;

    private Partners() {}

    /** Founds them once, whichever test comes first. */
    static synchronized void found() {
        if (founded) {
            return;
        }
        RunningHub hub = Call.HUB;
        List.of(OWN, OTHER, GUESSER, NOBODY).forEach(hub::addClient);
        try {
            for (String code : List.of(OWN, OTHER, GUESSER)) {
                Joining.partner(hub, code, List.of("01"));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the partners of the API's tests", e);
        }
        founded = true;
    }
}
