package shutaf.crm.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.purchase.Segment;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads the night's scores, for the operator's people. */
@ApplicationScoped
@Transactional
@InHubScope
public class Scores {
    private static final String SUMS = """
            count(*), coalesce(sum(clv12), 0)::bigint,
              coalesce(round(avg(p_alive) * 1000), 0)::bigint
            from lifetime_score""";

    @Inject
    private Sql sql;

    /**
     * A member's score with how it came about.
     *
     * @param score what is expected
     * @param how by which model
     */
    public record Read(Score score, Scoring how) {}

    /**
     * Members together.
     *
     * @param name a segment, or a tenth from 1 to 10
     * @param members how many
     * @param valueMinor their expected value of twelve months
     * @param alivePerMille mean chance of another purchase, in tenths of a percent
     * @param <N> by what they are told apart
     */
    public record Group<N>(N name, long members, long valueMinor, long alivePerMille) {}

    /** How the scores of a partner, or of the coalition, came about; empty before the first. */
    public Optional<Scoring> scoring(PartnerId scope) {
        return sql.first("""
                select as_of, model, identified, valued from lifetime_scoring
                where partner_id = ? and scored_at is not null""", r -> scoring(r), scope.value());
    }

    /** The score of one member, in the coalition or at a partner; empty for who never bought. */
    public Optional<Read> of(PartnerId scope, MemberId member) {
        return ofAll(scope, List.of(member)).stream().findFirst();
    }

    /** The scores of these members, in no order. */
    public List<Read> ofAll(PartnerId scope, List<MemberId> members) {
        return sql.all(
                """
                select h.as_of, h.model, h.identified, h.valued, s.member_id, s.x, s.first_day,
                  s.last_day, s.as_of, (s.p_alive * 1000000)::bigint,
                  (s.purchases12 * 1000)::bigint, s.clv12, s.decile
                from lifetime_score s join lifetime_scoring h using (partner_id)
                where s.partner_id = ? and s.member_id = any (?::bigint[])""",
                r -> new Read(score(r), scoring(r)),
                scope.value(),
                members.stream().map(MemberId::value).toArray(Long[]::new));
    }

    /** How many members each segment has; a segment without any is missing. */
    public List<Group<Segment>> segments(PartnerId scope) {
        return sql.all(
                "select segment, " + SUMS + " where partner_id = ? group by segment",
                r -> group(Segment.valueOf(r.getString(1)), r),
                scope.value());
    }

    /** The tenths by value, the most valuable first; empty where there is no value. */
    public List<Group<Integer>> tenths(PartnerId scope) {
        return sql.all(
                "select decile, " + SUMS
                        + " where partner_id = ? and decile is not null group by decile order by 1",
                r -> group(r.getInt(1), r),
                scope.value());
    }

    private static <N> Group<N> group(N name, ResultSet r) throws SQLException {
        return new Group<>(name, r.getLong(2), r.getLong(3), r.getLong(4));
    }

    private static Scoring scoring(ResultSet r) throws SQLException {
        return new Scoring(
                r.getObject(1, LocalDate.class),
                Optional.ofNullable(r.getString(2)),
                r.getBoolean(3),
                r.getBoolean(4));
    }

    private static Score score(ResultSet r) throws SQLException {
        long purchases = r.getLong(11);
        Optional<Long> value = Optional.ofNullable(r.getObject(12, Long.class));
        return new Score(
                r.getLong(5),
                r.getInt(6),
                r.getObject(7, LocalDate.class),
                r.getObject(8, LocalDate.class),
                r.getObject(9, LocalDate.class),
                Optional.ofNullable(r.getObject(10, Long.class))
                        .map(alive -> new Score.Outlook(alive, purchases, value)),
                r.getInt(13));
    }
}
