package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.intake.ReceiptClaims;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.purchase.ReceiptKey;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Receipts that came without a known member and can still be given to one, the latest first. Their
 * totals are not told: who claims one knows it.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class UnclaimedReceipts {
    private static final int MOST_ROWS = 100;

    private static final String OPEN = """
            from purchase p
            where p.status = 'UNCLAIMED' and p.kind = 'SALE' and p.business_date >= ?
              and (? = '' or p.number = ?)
            """;

    @Inject
    private Sql sql;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private ReceiptClaims claims;

    /**
     * A receipt.
     *
     * @param partner where it was bought
     * @param receipt its key there
     * @param at when it was paid
     * @param identified whether the till read something by which nobody is known
     */
    public record Row(BusinessCard partner, ReceiptKey receipt, Instant at, boolean identified) {}

    /** How many there are with that number; an empty number is any. */
    public long count(String number) {
        return sql.first(
                        "select count(*) " + OPEN,
                        r -> r.getLong(1),
                        claims.oldestDay(),
                        number,
                        number)
                .orElseThrow();
    }

    /** One page of them. */
    public List<Row> page(String number, int first, int count) {
        Map<PartnerId, BusinessCard> cards = partners.all().stream()
                .collect(Collectors.toMap(BusinessCard::id, Function.identity()));
        return sql.all(
                """
                select p.partner_id, p.outlet, p.till, p.business_date, p.number, p.happened_at,
                    p.member_value is not null
                """ + OPEN + " order by p.happened_at desc, p.id desc limit ? offset ?",
                r -> read(r, cards),
                claims.oldestDay(),
                number,
                number,
                Math.clamp(count, 1, MOST_ROWS),
                Math.max(0, first));
    }

    private static Row read(ResultSet r, Map<PartnerId, BusinessCard> cards) throws SQLException {
        return new Row(
                cards.get(new PartnerId(r.getInt(1))),
                new ReceiptKey(
                        r.getString(2),
                        r.getString(3),
                        r.getObject(4, LocalDate.class),
                        r.getString(5)),
                r.getObject(6, OffsetDateTime.class).toInstant(),
                r.getBoolean(7));
    }
}
