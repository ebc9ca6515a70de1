package shutaf.ledger;

import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads lots. */
final class OpenLots {
    static final String SELECT = """
            select id, member_id, issuer_id, funding, activates_on, expires_on, remaining
            from lot
            """;

    private OpenLots() {}

    static OpenLot read(ResultSet row) throws SQLException {
        LotKey key = new LotKey(
                new MemberId(row.getLong(2)),
                new PartnerId(row.getInt(3)),
                Funding.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class),
                row.getObject(6, LocalDate.class));
        return new OpenLot(row.getLong(1), key, row.getLong(7));
    }
}
