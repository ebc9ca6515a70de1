package shutaf.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Partners and members that tests add to the running hub: written to the database the way the hub's
 * own forms would, with one point per shekel, gift cards excluded, points for two years.
 */
public final class Joining {
    private static final String PARTNER = """
            insert into partner select nextval('partner_id'), code, code, code, true, true,
                'POSTPAID', 'ACTIVE', true, 'UTF-8', 'partner-' || lower(code), lower(code), now()
            from (select ? as code) p""";
    private static final String OUTLET = """
            insert into outlet select id, o, o, o from partner, (select ? as o) x where code = ?""";
    private static final String AGREEMENT = """
            insert into partner_agreement select nextval('agreement_id'), id, '1990-01-01', 1, 600,
                500, 0, 24, 'GIFT_CARD', 'UNLIMITED', 10000, 'PROPOSED', 'maker', now()
            from partner where code = ?""";
    private static final String APPROVAL = """
            update partner_agreement
            set status = 'APPROVED', decided_by = 'checker', decided_at = now()
            where partner_id = (select id from partner where code = ?)""";
    private static final String MEMBER = """
            with c as (select ? as card),
                m as (insert into member select nextval('member_id'), 'N', 'N', 'he', 'ACTIVE',
                    'BASE', (select min(id) from partner), now() from c
                    where not exists (select 1 from identifier where value = card) returning id)
            insert into identifier select 'CARD', 0, card, id, now() from m, c""";

    private Joining() {}

    /** Makes a partner with outlets and an agreement that is in force. */
    public static void partner(RunningHub hub, String code, Collection<String> outlets)
            throws SQLException {
        run(hub, PARTNER, code);
        for (String outlet : outlets) {
            run(hub, OUTLET, outlet, code);
        }
        run(hub, AGREEMENT, code);
        run(hub, APPROVAL, code);
    }

    /** Makes members with these cards, known to no partner; those already there stay. */
    public static void members(RunningHub hub, Collection<String> cards) throws SQLException {
        for (String card : cards) {
            run(hub, MEMBER, card);
        }
    }

    private static void run(RunningHub hub, String sql, String... parameters) throws SQLException {
        try (Connection app = hub.asApp();
                PreparedStatement scope =
                        app.prepareStatement("select set_config('hub.partner', '0', false)");
                PreparedStatement statement = app.prepareStatement(sql)) {
            scope.execute();
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
