package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.Rulebook;
import shutaf.member.IdentifierScheme;
import shutaf.member.MemberRef;
import shutaf.member.Members;
import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.InPartnerScope;
import shutaf.platform.Sql;
import shutaf.purchase.ReceiptKey;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a till page reads: the customer behind a scan, and the sale behind a receipt number. */
@ApplicationScoped
@Transactional
public class TillDesk {
    private static final int RETURN_DAYS = 400;
    private static final int MOST_SALES = 10;

    @Inject
    private Sql sql;

    @Inject
    private Members members;

    @Inject
    private MemberFile files;

    @Inject
    private Rulebook rulebook;

    @Inject
    private HubClock clock;

    /** The member that was scanned or typed, in any notation; empty when nobody is known by it. */
    @InHubScope
    public Optional<TillCustomer> lookup(PartnerId partner, String scanned) {
        for (MemberRef ref : OneBox.readings(scanned)) {
            Optional<TillCustomer> found =
                    members.lookup(partner, ref).map(m -> customer(m.id(), m.maskedName(), ref));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private TillCustomer customer(MemberId member, String maskedName, MemberRef scanned) {
        Map<IdentifierScheme, List<String>> known = members.identifiersOf(member);
        MemberOverview.Standing standing = files.standing(member);
        long value = rulebook.programme().valuePer100Points();
        String card = known.getOrDefault(IdentifierScheme.CARD, List.of("")).getFirst();
        return sql.first(
                        "select status = 'ACTIVE', tier from member where id = ?",
                        r -> new TillCustomer(
                                member,
                                lasting(known, scanned),
                                maskedName,
                                card.substring(Math.max(0, card.length() - 4)),
                                r.getBoolean(1),
                                r.getString(2),
                                standing.active(),
                                standing.worth(),
                                standing.pending(),
                                standing.debt(),
                                value),
                        member.value())
                .orElseThrow();
    }

    /** A shown QR goes stale while the clerk types; the member's card or phone does not. */
    private static MemberRef lasting(Map<IdentifierScheme, List<String>> known, MemberRef scanned) {
        if (scanned.scheme() != IdentifierScheme.QR) {
            return scanned;
        }
        return List.of(IdentifierScheme.CARD, IdentifierScheme.PHONE, IdentifierScheme.EMAIL)
                .stream()
                .filter(known::containsKey)
                .findFirst()
                .map(scheme -> new MemberRef(scheme, known.get(scheme).getFirst()))
                .orElse(scanned);
    }

    private record Row(
            ReceiptKey receipt, Instant at, Money total, long points, SoldReceipt.Line line) {}

    /**
     * The partner's own sales of that receipt number, the latest first; numbers repeat, so there
     * may be several.
     */
    @InPartnerScope
    public List<SoldReceipt> sales(PartnerId partner, String number) {
        Map<ReceiptKey, List<Row>> rows = new LinkedHashMap<>();
        sql.stream(
                """
                with sale as (
                  select * from purchase where partner_id = ? and number = ? and kind = 'SALE'
                    and business_date > ? order by happened_at desc limit ?)
                select s.outlet, s.till, s.business_date, s.number,
                    s.happened_at, s.total, s.currency,
                  s.points, l.line, l.sku, l.description, l.quantity - coalesce(b.quantity, 0),
                  l.amount - coalesce(b.amount, 0)
                from sale s
                join purchase_line l on l.business_date = s.business_date and l.purchase_id = s.id
                left join lateral (
                  select sum(c.quantity) as quantity, sum(c.amount)::bigint as amount
                  from purchase r join purchase_line c
                    on c.business_date = r.business_date and c.purchase_id = r.id
                  where r.partner_id = s.partner_id and c.original_line = l.line
                      and r.original_receipt
                    = s.outlet || '/' || s.till || '/'
                        || s.business_date || '/' || s.number) b on true
                order by s.happened_at desc, l.line""",
                TillDesk::read,
                row -> rows.computeIfAbsent(row.receipt, k -> new ArrayList<>()).add(row),
                partner.value(),
                number,
                clock.today().minusDays(RETURN_DAYS),
                MOST_SALES);
        return rows.values().stream()
                .map(all -> new SoldReceipt(
                        all.getFirst().receipt,
                        all.getFirst().at,
                        all.getFirst().total,
                        all.getFirst().points,
                        all.stream().map(Row::line).toList()))
                .toList();
    }

    private static Row read(ResultSet r) throws SQLException {
        String currency = r.getString(7);
        BigDecimal left = r.getBigDecimal(12);
        return new Row(
                new ReceiptKey(
                        r.getString(1),
                        r.getString(2),
                        r.getObject(3, LocalDate.class),
                        r.getString(4)),
                r.getObject(5, OffsetDateTime.class).toInstant(),
                new Money(r.getLong(6), currency),
                r.getLong(8),
                new SoldReceipt.Line(
                        r.getInt(9),
                        r.getString(10),
                        r.getString(11),
                        left,
                        new Money(r.getLong(13), currency)));
    }
}
