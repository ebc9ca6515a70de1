package shutaf.economics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.purchase.Segment;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What customers will be worth, added up from each one's score: so the value of any group of
 * members is the sum of its members', and each of them can be looked up.
 *
 * <p>The models saw all customers and all of their history, whoever is added up: a model of chosen
 * customers would forecast what they were chosen for.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class CustomerValues {
    private static final int ALL_OF_SALES = 10_000;

    @Inject
    private Sql sql;

    /**
     * The values of each scored partner's customers, the coalition last, each as a whole and then
     * by segment.
     *
     * @param scope a partner alone, or {@link PartnerId#HUB} for all and the coalition
     * @param margins share of sales that is margin, in basis points; all of it where none is named
     */
    public List<CustomerValue> of(PartnerId scope, Whom whom, Map<PartnerId, Integer> margins) {
        List<Map.Entry<PartnerId, Integer>> named = List.copyOf(margins.entrySet());
        return sql.all(
                worth(whom),
                CustomerValues::read,
                whom.and(
                        ALL_OF_SALES,
                        named.stream().map(m -> m.getKey().value()).toArray(Integer[]::new),
                        named.stream().map(Map.Entry::getValue).toArray(Integer[]::new),
                        scope.value(),
                        scope.value()));
    }

    private static String worth(Whom whom) {
        return "with " + whom.table() + """
                , worth as (
                  select s.partner_id, s.segment, s.clv12,
                    round(s.clv12 * coalesce(m.margin, ?) / 10000.0)::bigint as margin
                  from lifetime_score s
                  left join unnest(?::integer[], ?::integer[]) m (partner_id, margin)
                    on m.partner_id = s.partner_id
                  where (s.partner_id = ? or ? = 0)%s)
                select w.partner_id, w.segment, c.as_of, coalesce(c.model, ''), count(*),
                  count(w.clv12), coalesce(sum(w.clv12), 0)::bigint,
                  coalesce(sum(w.margin), 0)::bigint
                from worth w join lifetime_scoring c on c.partner_id = w.partner_id
                group by grouping sets (
                  (w.partner_id, c.as_of, c.model), (w.partner_id, c.as_of, c.model, w.segment))
                order by w.partner_id = 0, w.partner_id, w.segment nulls first
                """.formatted(whom.among("s.member_id"));
    }

    private static CustomerValue read(ResultSet r) throws SQLException {
        return new CustomerValue(
                new PartnerId(r.getInt(1)),
                Optional.ofNullable(r.getString(2)).map(Segment::valueOf),
                r.getObject(3, LocalDate.class),
                r.getString(4),
                r.getLong(5),
                r.getLong(6),
                r.getLong(7),
                r.getLong(8));
    }
}
