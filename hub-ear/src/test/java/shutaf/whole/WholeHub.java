package shutaf.whole;

import shutaf.files.FilePartner;
import shutaf.run.RunningHub;

import java.sql.SQLException;
import java.util.List;

/**
 * Partners and members of the running hub, made once for a test class, and the books from below.
 */
final class WholeHub {
    private final RunningHub hub = RunningHub.get();

    RunningHub running() {
        return hub;
    }

    /**
     * A partner that only the asking test deals with, with outlet 01, one point per shekel and a
     * manager and a clerk of its own; what others do cannot change its figures.
     */
    WholeHub partner(String code) {
        hub.addPartner(code);
        try {
            FilePartner.joining(hub, code, List.of("01"));
        } catch (SQLException e) {
            throw new IllegalStateException(code, e);
        }
        return this;
    }

    /** Enrols until the accounts 1 and 2 are there, to which two logins of the realm belong. */
    WholeHub firstMembers() {
        PartnerCalls anywhere = new PartnerCalls(hub, "SUPER");
        for (int i = 0; number("select count(*) from member where id in (1, 2)") < 2; i++) {
            anywhere.post("/members", PartnerCalls.member("295550009000" + i, "050-554-000" + i));
        }
        return this;
    }

    /** Does something in the database that has no door. */
    void run(String statement) {
        hub.run(statement);
    }

    /** One number out of the books. */
    long number(String query) {
        return hub.number(query);
    }
}
