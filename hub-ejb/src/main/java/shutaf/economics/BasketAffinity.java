package shutaf.economics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.InPartnerScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * What goes together: categories on one receipt, partners with one member. Counted exactly by the
 * database; what is too rare to say anything is left out before pairs are made, so that the pairs
 * are few.
 */
@ApplicationScoped
@Transactional
public class BasketAffinity {
    @Inject
    private Sql sql;

    /**
     * Two things that go together.
     *
     * @param one the first by code
     * @param other the second
     * @param both baskets with both
     * @param ones baskets with the first
     * @param others baskets with the second
     * @param baskets all baskets
     */
    public record Pair(String one, String other, long both, long ones, long others, long baskets) {}

    /**
     * Categories on the same receipt. A receipt is a basket however often a category stands on it;
     * lines without category do not count, nor do receipts that have no other.
     *
     * @param scope whose receipts; {@link PartnerId#HUB} for all
     * @param whom of which members; all receipts, where nobody is left out
     * @param least fewest receipts that a pair must have
     */
    @InPartnerScope
    public List<Pair> categories(PartnerId scope, ReportDays days, Whom whom, long least) {
        return sql.all(
                "with " + whom.table() + """
                , item as materialized (
                  select distinct l.business_date, l.purchase_id as basket, l.category as thing
                  from purchase_line l
                  join purchase p on p.business_date = l.business_date and p.id = l.purchase_id
                  where p.kind = 'SALE' and l.category <> ''
                    and p.business_date between ? and ? and l.business_date between ? and ?
                    and (p.partner_id = ? or ? = 0) and (l.partner_id = ? or ? = 0)%s),
                whole as (
                  select count(*) as baskets from (select distinct business_date, basket from item)
                    b),
                common as (
                  select thing, count(*) as times from item group by thing having count(*) >= ?),
                kept as materialized (
                  select i.* from item i join common c on c.thing = i.thing),
                pair as (
                  select a.thing as one, b.thing as other, count(*) as both
                  from kept a join kept b on b.business_date = a.business_date
                    and b.basket = a.basket and b.thing > a.thing
                  group by 1, 2 having count(*) >= ?)
                select p.one, p.other, p.both, x.times, y.times, w.baskets
                from pair p join common x on x.thing = p.one join common y on y.thing = p.other
                cross join whole w
                order by p.both::numeric / (x.times::numeric * y.times) desc, p.both desc, 1, 2
                """.formatted(whom.among("p.member_id")),
                BasketAffinity::read,
                whom.and(
                        days.from(),
                        days.to(),
                        days.from(),
                        days.to(),
                        scope.value(),
                        scope.value(),
                        scope.value(),
                        scope.value(),
                        least,
                        least));
    }

    /**
     * Partners with the same member: a basket is a member who bought anywhere in these days, things
     * are the codes of the partners where they did.
     *
     * @param whom which members
     * @param least fewest members that a pair must have
     */
    @InHubScope
    public List<Pair> partners(ReportDays days, Whom whom, long least) {
        return sql.all(
                "with " + whom.table() + """
                , item as materialized (
                  select distinct p.member_id as basket, a.code as thing
                  from purchase p join partner a on a.id = p.partner_id
                  where p.kind = 'SALE' and p.member_id is not null
                    and p.business_date between ? and ?%s),
                whole as (select count(distinct basket) as baskets from item),
                common as (select thing, count(*) as times from item group by thing)
                select a.thing, b.thing, count(*), x.times, y.times, w.baskets
                from item a join item b on b.basket = a.basket and b.thing > a.thing
                join common x on x.thing = a.thing join common y on y.thing = b.thing
                cross join whole w
                group by 1, 2, 4, 5, 6 having count(*) >= ?
                order by count(*)::numeric / (x.times::numeric * y.times) desc, 3 desc, 1, 2
                """.formatted(whom.among("p.member_id")),
                BasketAffinity::read,
                whom.and(days.from(), days.to(), least));
    }

    private static Pair read(ResultSet r) throws SQLException {
        return new Pair(
                r.getString(1),
                r.getString(2),
                r.getLong(3),
                r.getLong(4),
                r.getLong(5),
                r.getLong(6));
    }
}
