package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import shutaf.crm.score.Score;
import shutaf.crm.score.ScoreBook;
import shutaf.intake.IntakeOutcome;
import shutaf.platform.Sql;
import shutaf.programme.Programme;
import shutaf.purchase.BuyingSummary;
import shutaf.purchase.Purchase;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.reports.lifetimevalue.CustomerColumns;
import shutaf.reports.lifetimevalue.LifetimeScores;
import shutaf.shared.PartnerId;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;

/** Scores are worked out of the books and kept: whole, once, and by one server only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifetimeScoresTest {
    private static final int MEMBERS = 60;
    private static final int SEED = 7;
    private static final LocalDate START = LocalDate.of(2026, 1, 5);

    private final Programme programme = new Programme();
    private PartnerId shop;
    private final List<Purchase> receipts = new ArrayList<>();
    private Programme.Person twice;

    @BeforeAll
    void aYear() {
        shop = programme.partner("SCORED");
        Random chance = new Random(SEED);
        for (int i = 0; i < MEMBERS; i++) {
            Programme.Person who = programme.member(shop);
            TreeSet<Integer> days = new TreeSet<>(List.of(chance.nextInt(60)));
            int stay = 20 + chance.nextInt(280);
            for (int d = chance.nextInt(14); d > 0; d--) {
                days.add(days.first() + 1 + chance.nextInt(stay));
            }
            days.forEach(day -> buys(who, day, 5 + chance.nextInt(60)));
        }
        twice = programme.member(shop);
        buys(twice, 10, 40);
        buys(twice, 24, 60);
        programme.at(START.plusDays(365).toString());
        assertThat(programme.send(receipts)).hasOnlyElementsOfType(IntakeOutcome.Accrued.class);
    }

    /** Sent later, all together: sixty members' year is not a minute of work. */
    private void buys(Programme.Person who, int day, int shekels) {
        programme.at(START.plusDays(day).toString());
        receipts.add(programme.receipt(shop, who, shekels + ".00"));
    }

    @Test
    void the_books_say_what_models_need() {
        assertThat(histories())
                .hasSize(MEMBERS + 1)
                .contains(new BuyingSummary(
                        twice.id().value(),
                        START.plusDays(10),
                        START.plusDays(24),
                        1,
                        6_000,
                        0,
                        0,
                        0));
    }

    @Test
    void what_was_worked_out_is_kept_and_replaced_as_a_whole() {
        LifetimeScores scored = read();
        programme.call(() -> book().claim(shop, Duration.ZERO));
        for (int again = 0; again < 2; again++) {
            programme.call(() -> {
                book().replace(shop, scored.how(), 1, scored.scores());
                return null;
            });
        }

        assertThat(scored.how().model()).isPresent();
        assertThat(number("select count(*) from lifetime_score where partner_id = " + shop.value()))
                .isEqualTo(MEMBERS + 1);
        Score one = scored.scores().stream()
                .filter(s -> s.member() == twice.id().value())
                .findFirst()
                .orElseThrow();
        assertThat(number("select count(*) from lifetime_score where partner_id = " + shop.value()
                        + " and member_id = " + one.member() + " and x = 1 and t_x = 2"
                        + " and abs(t - (as_of - date '" + one.first() + "') / 7.0) < 1e-9"
                        + " and p_alive * 1000000 = "
                        + one.outlook().orElseThrow().aliveMillionths()
                        + " and clv12 = "
                        + one.outlook().orElseThrow().valueMinor().orElseThrow()
                        + " and decile = " + one.decile()
                        + " and segment = '" + one.segment() + "'"))
                .isEqualTo(1);
    }

    @Test
    void tenths_are_equal_parts_by_value() {
        List<Score> scores = read().scores();

        assertThat(scores).extracting(Score::decile).isSorted();
        for (int tenth = 1; tenth <= 10; tenth++) {
            int here = tenth;
            assertThat(scores.stream().filter(s -> s.decile() == here)).hasSizeBetween(6, 7);
        }
        assertThat(scores)
                .extracting(s -> -s.outlook().orElseThrow().valueMinor().orElseThrow())
                .isSorted();
    }

    @Test
    void nine_customers_of_one_day_get_no_invented_number() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        List<BuyingSummary> nine = new ArrayList<>();
        for (int i = 1; i < 10; i++) {
            nine.add(new BuyingSummary(i, day, day, 0, 0, 0, 0, 0));
        }

        LifetimeScores scored = scored(nine, day);

        assertThat(scored.how().model()).isEmpty();
        assertThat(scored.how().identified()).isFalse();
        assertThat(scored.scores()).hasSize(9).allSatisfy(score -> {
            assertThat(score.outlook()).isEqualTo(Optional.empty());
            assertThat(score.decile()).isZero();
            assertThat(score.segment()).isEqualTo(Segment.UNKNOWN);
        });
    }

    @Test
    void where_nobody_is_seen_to_leave_the_simpler_model_forecasts() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        Random chance = new Random(SEED);
        List<BuyingSummary> steady = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            int repeats = 20 + chance.nextInt(30);
            steady.add(new BuyingSummary(
                    i,
                    day,
                    day.plusDays(363 - chance.nextInt(6)),
                    repeats,
                    repeats * 1_000L,
                    0,
                    0,
                    0));
        }

        LifetimeScores scored = scored(steady, day.plusDays(364));

        assertThat(scored.how().identified()).isTrue();
        assertThat(scored.how().model()).contains("nbd");
        assertThat(scored.scores())
                .allSatisfy(score -> assertThat(score.outlook().orElseThrow().aliveMillionths())
                        .isEqualTo(1_000_000));
    }

    @Test
    void two_servers_do_not_do_the_same_work() {
        PartnerId other = programme.partner("CLAIMED");

        assertThat(claims(other)).isTrue();
        assertThat(claims(other)).isFalse();
        programme.call(() -> {
            book().release(other);
            return null;
        });
        assertThat(claims(other)).isTrue();
        LifetimeScores none = scored(List.of(), LocalDate.of(2026, 1, 1));
        programme.call(() -> {
            book().replace(other, none.how(), 0, none.scores());
            return null;
        });
        assertThat(claims(other)).isFalse();
        assertThat(programme.<Boolean>call(() -> book().claim(other, Duration.ofDays(-1))))
                .isTrue();
    }

    @Test
    void a_partner_sees_the_scores_of_its_own_customers_only() {
        PartnerId other = programme.partner("CURIOUS");
        for (PartnerId scope : List.of(shop, PartnerId.HUB)) {
            LifetimeScores scored = read();
            programme.call(() -> {
                book().claim(scope, Duration.ofDays(-1));
                book().replace(scope, scored.how(), 1, scored.scores());
                return null;
            });
        }

        String whose = "select string_agg(distinct partner_id::text, ',') from lifetime_score"
                + " where partner_id in (0, " + shop.value() + ")";
        assertThat(seenAs("0", whose)).contains("0," + shop.value());
        assertThat(seenAs(Integer.toString(shop.value()), whose))
                .contains(Integer.toString(shop.value()));
        assertThat(seenAs(Integer.toString(other.value()), whose)).isEmpty();
        assertThat(seenAs("", whose)).isEmpty();
    }

    private Optional<String> seenAs(String scope, String query) {
        Sql sql = programme.bean(Sql.class);
        return programme.call(() -> {
            sql.run("select set_config('hub.partner', ?, true)", scope);
            return sql.first(query, r -> Optional.ofNullable(r.getString(1)))
                    .flatMap(Function.identity());
        });
    }

    private boolean claims(PartnerId scope) {
        return programme.call(() -> book().claim(scope, Duration.ofHours(12)));
    }

    private static LifetimeScores scored(List<BuyingSummary> histories, LocalDate asOf) {
        CustomerColumns customers = new CustomerColumns(asOf);
        histories.forEach(customers::take);
        return LifetimeScores.of(customers);
    }

    private LifetimeScores read() {
        return programme
                .call(() -> LifetimeScores.read(purchases(), ReportFilter.of(shop)))
                .orElseThrow();
    }

    private List<BuyingSummary> histories() {
        List<BuyingSummary> histories = new ArrayList<>();
        LocalDate last = START.plusDays(365);
        programme.call(
                () -> purchases().summaries(ReportFilter.of(shop), last, last, histories::add));
        return histories;
    }

    private PurchaseHistory purchases() {
        return programme.bean(PurchaseHistory.class);
    }

    private long number(String query) {
        return programme.call(
                () -> programme.bean(Sql.class).first(query, r -> r.getLong(1)).orElseThrow());
    }

    private ScoreBook book() {
        return programme.bean(ScoreBook.class);
    }
}
