package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import shutaf.crm.score.ScoreBook;
import shutaf.intake.IntakeOutcome;
import shutaf.platform.Sql;
import shutaf.programme.Programme;
import shutaf.purchase.Purchase;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.reports.lifetimevalue.LifetimeScores;
import shutaf.shared.PartnerId;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Two years at two partners of a coalition: members who come back or do not, fall silent, redeem,
 * rise to gold, have their account erased or never buy; and sales without a member. Days lie
 * fifteen apart, so that there are fewer figures than members.
 */
final class BehindGround {
    private static final int SEED = 20_261_122;
    private static final int MEMBERS = 30;
    private static final int STEPS = 40;
    private static final int STEP = 15;
    private static final LocalDate START = LocalDate.of(2033, 1, 1);

    final Programme programme = new Programme();
    final PartnerId shop = programme.partner("BEHIND");
    final PartnerId other = programme.partner("BESIDE");
    private final List<Programme.Person> people = new ArrayList<>();
    private final Random chance = new Random(SEED);

    private static Optional<BehindGround> made = Optional.empty();

    /** Days on which some bought, before and after which others did. */
    static List<LocalDate> middle() {
        return IntStream.range(STEPS / 2, STEPS - 4)
                .mapToObj(step -> START.plusDays((long) STEP * step))
                .toList();
    }

    /** The one that all read and nobody changes. */
    static synchronized BehindGround get() {
        if (made.isEmpty()) {
            made = Optional.of(new BehindGround());
        }
        return made.get();
    }

    private BehindGround() {
        for (int step = 0; step < STEPS; step++) {
            programme.at(START.plusDays((long) step * STEP).toString());
            if (step < MEMBERS) {
                people.add(programme.member(chance.nextInt(3) == 0 ? other : shop));
            }
            buy(step);
        }
        some("update member set tier = 'GOLD' where id = any (?::bigint[])", 3);
        some("update member set status = 'ERASED' where id = any (?::bigint[])", 11);
        List.of(PartnerId.HUB, shop).forEach(this::score);
    }

    private void buy(int step) {
        List<Purchase> receipts = new ArrayList<>();
        receipts.add(programme.receipt(
                shop, Optional.empty(), List.of(Programme.line(1, "33.00", "FOOD"))));
        for (int k = 0; k < people.size(); k++) {
            Programme.Person who = people.get(k);
            if (buys(k, step)) {
                PartnerId at = chance.nextInt(4) == 0 ? other : shop;
                receipts.add(programme.receipt(at, who, 5 + chance.nextInt(90) + ".50"));
            }
            if (k % 5 == 2 && (step - k) % 9 == 4 && programme.balance(who) >= 20) {
                programme.spends(who, shop, 10);
            }
        }
        assertThat(programme.send(receipts))
                .doesNotHaveAnyElementsOfTypes(IntakeOutcome.Refused.class);
    }

    /** Members who bought at the shop on a day. */
    long boughtOn(LocalDate day) {
        return programme.call(() -> programme
                .bean(Sql.class)
                .first(
                        "select count(*) from customer_day where partner_id = ? and day = ?",
                        r -> r.getLong(1),
                        shop.value(),
                        day)
                .orElseThrow());
    }

    /** Some never buy; the others at a pace of their own, many only for a while. */
    private boolean buys(int k, int step) {
        boolean stays = k % 3 == 0 || step < k + 3 + 2 * (k % 9);
        return k % 8 != 7 && stays && chance.nextInt(2 + k % 5) == 0;
    }

    private void some(String update, int nth) {
        Long[] chosen = people.stream()
                .filter(who -> people.indexOf(who) % nth == 1)
                .map(who -> who.id().value())
                .toArray(Long[]::new);
        programme.call(() -> programme.bean(Sql.class).run(update, (Object) chosen));
    }

    private void score(PartnerId scope) {
        ScoreBook book = programme.bean(ScoreBook.class);
        programme.call(() -> {
            LifetimeScores made = LifetimeScores.read(
                            programme.bean(PurchaseHistory.class), ReportFilter.of(scope))
                    .orElseThrow();
            book.claim(scope, Duration.ZERO);
            book.replace(scope, made.how(), 1, made.scores());
            return made;
        });
    }

    /** Reports of all kinds of narrowing; of the coalition, only days that nobody else uses. */
    List<ReportFilter> filters() {
        Optional<LocalDate> from = Optional.of(START.plusDays(90));
        Optional<LocalDate> to = Optional.of(START.plusDays(450));
        Optional<String> gold = Optional.of("GOLD");
        return List.of(
                ReportFilter.of(shop),
                new ReportFilter(shop, from, to, Optional.empty(), Optional.of(largest())),
                new ReportFilter(shop, Optional.empty(), to, gold, Optional.empty()),
                new ReportFilter(
                        PartnerId.HUB,
                        Optional.of(START),
                        Optional.of(START.plusDays(300)),
                        Optional.empty(),
                        Optional.empty()));
    }

    private Segment largest() {
        return Arrays.stream(Segment.values())
                .max((one, next) -> Long.compare(scored(one), scored(next)))
                .orElseThrow();
    }

    private long scored(Segment segment) {
        return programme
                .call(() -> programme
                        .bean(Sql.class)
                        .first(
                                "select count(*) from lifetime_score"
                                        + " where partner_id = ? and segment = ?",
                                r -> r.getLong(1),
                                shop.value(),
                                segment.name()))
                .orElseThrow();
    }
}
