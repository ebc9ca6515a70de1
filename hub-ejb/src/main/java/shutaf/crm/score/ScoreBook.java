package shutaf.crm.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Keeps the scores. They are worked out between two transactions, since a fit may take longer than
 * one should: whoever works them out has claimed it, so that of two servers one does it, and the
 * scores of a partner are replaced together or not at all.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class ScoreBook {
    private static final int CHUNK = 5_000;
    private static final Duration CLAIM = Duration.ofMinutes(30);

    /** The claim is free, and there is more than what was scored, or a night has passed. */
    private static final String DUE = """
            insert into lifetime_scoring (partner_id, identified, valued, upto, claimed_until)
            select ?, false, false, 0, ?
            on conflict (partner_id) do update set claimed_until = excluded.claimed_until
            where lifetime_scoring.claimed_until <= ?
              and (lifetime_scoring.scored_at is null or lifetime_scoring.scored_at < ?)""";

    private static final String SCORED_UP_TO = """
            select upto from lifetime_scoring where partner_id = 0 and scored_at is not null""";

    private static final String ADD = """
            insert into lifetime_score (partner_id, member_id, x, first_day, last_day, as_of,
                p_alive, purchases12, clv12, decile, segment)
            select ?, q.* from unnest(?::bigint[], ?::int[], ?::date[], ?::date[], ?::date[],
                ?::numeric[], ?::numeric[], ?::bigint[], ?::smallint[], ?::text[]) q""";

    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    /** The coalition, then all partners. */
    public List<PartnerId> scopes() {
        return sql.all(
                "select 0 union all select id from partner order by 1",
                r -> new PartnerId(r.getInt(1)));
    }

    /**
     * Claims to work out the scores of a partner, or of the coalition: false when another server is
     * at it, or when they are younger than that.
     *
     * @param atMost how old they may be at most
     */
    public boolean claim(PartnerId scope, Duration atMost) {
        var now = clock.real();
        return sql.run(DUE, scope.value(), now.plus(CLAIM), now, now.minus(atMost)) > 0;
    }

    /** How many numbers for purchases were given out: grows with them, and costs nothing to ask. */
    public long purchases() {
        return sql.first(
                        "select coalesce(pg_sequence_last_value('purchase_id'), 0)",
                        r -> r.getLong(1))
                .orElseThrow();
    }

    /** Of how many of these numbers the coalition's scores know; below 0 when there are none. */
    public long scoredUpTo() {
        return sql.first(SCORED_UP_TO, r -> r.getLong(1)).orElse(-1L);
    }

    /**
     * Puts these scores in the place of the last ones, for all at once, and gives the claim back.
     *
     * @param upto what {@link #purchases} said before they were worked out
     */
    public void replace(PartnerId scope, Scoring how, long upto, List<Score> scores) {
        sql.run(
                """
                update lifetime_scoring set as_of = ?, model = ?, identified = ?, valued = ?,
                  upto = ?, scored_at = ?, claimed_until = '-infinity' where partner_id = ?""",
                how.asOf(),
                how.model().orElse(null),
                how.identified(),
                how.valued(),
                upto,
                clock.real(),
                scope.value());
        sql.run("delete from lifetime_score where partner_id = ?", scope.value());
        for (int from = 0; from < scores.size(); from += CHUNK) {
            add(scope, scores.subList(from, Math.min(scores.size(), from + CHUNK)));
        }
    }

    private void add(PartnerId scope, List<Score> scores) {
        sql.run(
                ADD,
                scope.value(),
                column(scores, Score::member, Long[]::new),
                column(scores, Score::repeats, Integer[]::new),
                column(scores, s -> Date.valueOf(s.first()), Date[]::new),
                column(scores, s -> Date.valueOf(s.last()), Date[]::new),
                column(scores, s -> Date.valueOf(s.asOf()), Date[]::new),
                column(
                        scores,
                        s -> s.outlook()
                                .map(o -> BigDecimal.valueOf(o.aliveMillionths(), 6))
                                .orElse(null),
                        BigDecimal[]::new),
                column(
                        scores,
                        s -> s.outlook()
                                .map(o -> BigDecimal.valueOf(o.purchasesThousandths(), 3))
                                .orElse(null),
                        BigDecimal[]::new),
                column(
                        scores,
                        s -> s.outlook().flatMap(Score.Outlook::valueMinor).orElse(null),
                        Long[]::new),
                column(
                        scores,
                        s -> s.decile() == 0 ? null : Short.valueOf((short) s.decile()),
                        Short[]::new),
                column(scores, s -> s.segment().name(), String[]::new));
    }

    private static <T> T[] column(
            List<Score> scores, Function<Score, T> value, IntFunction<T[]> array) {
        return scores.stream().map(value).toArray(array);
    }

    /** Gives a claim back when nothing came of it; the next one asked may try at once. */
    public void release(PartnerId scope) {
        sql.run(
                "update lifetime_scoring set claimed_until = '-infinity' where partner_id = ?",
                scope.value());
    }

    /** Whether the scores of nobody are there because nobody bought. */
    public void nobody(PartnerId scope) {
        sql.run("delete from lifetime_score where partner_id = ?", scope.value());
        release(scope);
    }
}
