package shutaf.whole;

import shutaf.run.RunningHub;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * Partners and members of the running hub, made once for a test class, and the books from below.
 */
final class WholeHub {
    private final RunningHub hub = RunningHub.get();

    RunningHub running() {
        return hub;
    }

    /** A partner with outlet 01 and the demo's terms; one that is there stays. */
    WholeHub partner(String code) {
        String alias = code.toLowerCase(Locale.ROOT);
        run("""
                insert into partner select nextval('partner_id'), '%1$s', '%1$s', '%1$s', true,
                true,
                    'POSTPAID', 'ACTIVE', true, 'UTF-8', 'partner-%2$s', '%2$s', now()
                where not exists (select 1 from partner where code = '%1$s')
                """.formatted(code, alias));
        run("""
                insert into outlet select id, '01', '%1$s', '%1$s' from partner where code = '%1$s'
                on conflict do nothing""".formatted(code));
        run("""
                insert into partner_agreement select nextval('agreement_id'), id, '1990-01-01', 1,
                600,
                    500, 0, 24, 'GIFT_CARD', 'UNLIMITED', 10000, 'APPROVED', 'maker', now(),
                    'checker', now()
                from partner p where code = '%s' and not exists
                    (select 1 from partner_agreement a where a.partner_id = p.id)
                    """.formatted(code));
        return this;
    }

    /** Does something in the database that has no door. */
    void run(String statement) {
        try (Connection connection = hub.asSuperuser();
                Statement doing = connection.createStatement()) {
            doing.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    /** One number out of the books. */
    long number(String query) {
        try (Connection connection = hub.asSuperuser();
                Statement asking = connection.createStatement();
                ResultSet row = asking.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
