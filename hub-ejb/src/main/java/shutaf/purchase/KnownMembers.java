package shutaf.purchase;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The middle of a query about members whether they bought or not, in one place, so that a report
 * and the lists behind its figures are of the same people.
 *
 * <p>Makes {@code redeemed} (member_id, first, lately) and {@code person} (id, tier, redeemed: day
 * of the first redemption, bought, engaged, joined) of everybody who is still known and whom the
 * filter leaves. Needs {@code until} (last: the last day with a purchase) and {@code customer}
 * (member_id, first, earned).
 *
 * @param text tables for {@code with}, no comma around
 * @param arguments what it asks for
 */
public record KnownMembers(String text, List<Object> arguments) {
    private static final LocalDate EVER = LocalDate.of(1, 1, 1);

    private static final String REDEEMED = """
            redeemed as materialized (
              select r.member_id, min(r.business_date) as first,
                bool_or(r.business_date >= ?) as lately
              from redemption r cross join until u
              where r.status = 'CAPTURED' and r.business_date <= u.last
            """;

    private static final String PERSON = """
              group by r.member_id
            ), person as materialized (
              select m.id, m.tier, r.first as redeemed, c.member_id is not null as bought,
                coalesce(c.earned, false) or coalesce(r.lately, false) as engaged,
                least((m.enrolled_at at time zone 'Asia/Jerusalem')::date, c.first) as joined
              from member m left join customer c on c.member_id = m.id
                left join redeemed r on r.member_id = m.id
              where m.status <> 'ERASED'
            """;

    /** Keeps its own list. */
    public KnownMembers {
        arguments = List.copyOf(arguments);
    }

    /** The members whom a filter leaves. */
    public static KnownMembers of(ReportFilter filter) {
        ReportFilter unbounded = filter.ofAllTime();
        List<Object> values = new ArrayList<>();
        values.add(since(filter));
        values.addAll(unbounded.dealingValues());
        values.addAll(filter.memberValues());
        values.addAll(filter.knownValues());
        return new KnownMembers(
                REDEEMED
                        + unbounded.dealings("r.partner_id", "r.business_date")
                        + PERSON
                        + filter.members("m.id")
                        + filter.known("m.id")
                        + ")",
                values);
    }

    /** The first day that counts: long ago where the filter has none. */
    public static LocalDate since(ReportFilter filter) {
        return filter.from().orElse(EVER);
    }
}
