package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import shutaf.economics.PointsMovement;
import shutaf.economics.PointsMovements;
import shutaf.economics.Whom;
import shutaf.platform.Sql;
import shutaf.purchase.CustomerDays;
import shutaf.purchase.Purchase;
import shutaf.purchase.ReportFilter;
import shutaf.redemption.HoldRequest;
import shutaf.redemption.RedemptionDesk;
import shutaf.redemption.RedemptionOutcome;
import shutaf.returns.GoodsReturn;
import shutaf.returns.ReturnOutcome;
import shutaf.settlement.Movement;
import shutaf.settlement.Position;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Random days of a small coalition against a model of a few numbers for each member. Every request
 * may be sent again at any later time. After each day the hub and the model agree and the books
 * hold. A failure prints its seed.
 */
class RandomDaysTest {
    /** What happens, to whom, where, and how much of it. */
    record Event(What what, int person, int shop, int size) {}

    /** Things that happen. */
    enum What {
        BUY,
        BRING_BACK,
        HOLD,
        CAPTURE,
        LET_GO,
        REVERSE,
        SEND_AGAIN
    }

    /** What a member has, by the rules on one page. */
    private static final class Model {
        long active;
        long held;
        long debt;

        void earn(long points) {
            long settled = Math.min(debt, points);
            debt -= settled;
            active += points - settled;
        }

        void takeBack(long points) {
            long taken = Math.min(active, points);
            active -= taken;
            debt += points - taken;
        }
    }

    private static final class Sale {
        final Purchase purchase;
        final int person;
        long kept;

        Sale(Purchase purchase, int person) {
            this.purchase = purchase;
            this.person = person;
            this.kept = purchase.total().minor();
        }
    }

    private static final class Hold {
        final long id;
        final PartnerId at;
        final int person;
        final long points;
        long captured;
        boolean open = true;
        boolean spent;

        Hold(long id, PartnerId at, int person, long points) {
            this.id = id;
            this.at = at;
            this.person = person;
            this.points = points;
        }
    }

    private final Programme programme = new Programme();
    private final List<PartnerId> shops = List.of(
            programme.partner("SUPER"), programme.partner("FUEL"), programme.partner("CAFE"));
    private final Map<Integer, Programme.Person> people = new HashMap<>();
    private final Map<Integer, Model> models = new HashMap<>();
    private final List<Sale> sales = new ArrayList<>();
    private final List<Hold> holds = new ArrayList<>();
    private final List<Runnable> sent = new ArrayList<>();

    @Provide
    Arbitrary<List<Event>> days() {
        Arbitrary<What> what = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(5, Arbitraries.just(What.BUY)),
                net.jqwik.api.Tuple.of(10, Arbitraries.of(What.class)));
        return Combinators.combine(
                        what,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 20_000))
                .as(Event::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property(tries = 40)
    void the_hub_agrees_with_the_model_and_the_books_hold(@ForAll("days") List<Event> events) {
        begin();
        for (Event event : events) {
            happen(event);
            people.forEach((i, person) -> agree(person, models.get(i)));
        }
        programme.bean(CustomerDays.class).catchUp();
        assertThat(programme.audit()).isEmpty();
        shops.forEach(this::linesAddUp);
        everyPointIsSomewhere();
    }

    /** The report's movements add up to the open points, however these are counted. */
    private void everyPointIsSomewhere() {
        PartnerId first = shops.getFirst();
        assertThat(everyPointIsSomewhere(first, Optional.of("GOLD"))
                        + everyPointIsSomewhere(first, Optional.of("BASE")))
                .isEqualTo(everyPointIsSomewhere(first, Optional.empty()));
        shops.stream().skip(1).forEach(shop -> everyPointIsSomewhere(shop, Optional.empty()));
        everyPointIsSomewhere(PartnerId.HUB, Optional.empty());
    }

    private long everyPointIsSomewhere(PartnerId scope, Optional<String> tier) {
        Whom whom = new Whom(new ReportFilter(scope, Optional.empty(), Optional.empty(), tier));
        return programme.call(() -> {
            PointsMovements movements = programme.bean(PointsMovements.class);
            long open = movements.until(scope, programme.today(), whom).stream()
                    .filter(m -> m.flow() != PointsMovement.Flow.SET_ASIDE)
                    .mapToLong(PointsMovement::points)
                    .sum();
            assertThat(movements.proof(scope, programme.today(), whom).holds(open))
                    .as("%s of %s", tier, scope)
                    .isTrue();
            return open;
        });
    }

    /** What a partner's statements will say is what its position says. */
    private void linesAddUp(PartnerId shop) {
        Movement sum = programme.lines(shop).stream()
                .map(Movement::of)
                .reduce(Movement.NONE, Movement::plus);
        Position now = programme.position(shop);
        assertThat(sum.points())
                .isEqualTo(now.clawedBack() - now.issued() + now.accepted() - now.reversed());
        assertThat(sum.moneyMinor()).isEqualTo(now.dueToPartner());
    }

    private void begin() {
        people.clear();
        models.clear();
        sales.clear();
        holds.clear();
        sent.clear();
        for (int i = 0; i < 3; i++) {
            people.put(i, programme.member(shops.getFirst()));
            models.put(i, new Model());
        }
        programme.call(() -> programme
                .bean(Sql.class)
                .run(
                        "update member set tier = 'GOLD' where id = ?",
                        people.get(0).id().value()));
    }

    private void agree(Programme.Person person, Model model) {
        assertThat(List.of(
                        programme.balance(person),
                        programme.column(person, "held"),
                        programme.column(person, "debt")))
                .as("active, held, debt")
                .containsExactly(model.active, model.held, model.debt);
    }

    private void happen(Event event) {
        switch (event.what()) {
            case BUY -> buy(event);
            case BRING_BACK -> bringBack(event);
            case HOLD -> hold(event);
            case CAPTURE -> capture(event);
            case LET_GO -> letGo(event);
            case REVERSE -> reverse(event);
            case SEND_AGAIN -> {
                if (!sent.isEmpty()) {
                    sent.get(event.size() % sent.size()).run();
                }
            }
        }
    }

    private void buy(Event event) {
        String amount = event.size() / 100 + "." + String.format("%02d", event.size() % 100);
        Purchase purchase =
                programme.receipt(shops.get(event.shop()), people.get(event.person()), amount);
        programme.send(purchase);
        models.get(event.person()).earn(event.size() / 100);
        sales.add(new Sale(purchase, event.person()));
        sent.add(() -> programme.send(purchase));
    }

    private void bringBack(Event event) {
        if (sales.isEmpty()) {
            return;
        }
        Sale sale = sales.get(event.size() % sales.size());
        long amount = Math.min(sale.kept, event.size());
        String text = amount / 100 + "." + String.format("%02d", amount % 100);
        GoodsReturn goods = programme.returnOf(sale.purchase, "1", text);
        ReturnOutcome.Returned preview = (ReturnOutcome.Returned) programme.preview(goods);
        ReturnOutcome.Returned back = (ReturnOutcome.Returned) programme.takeBack(goods);
        assertThat(back.pointsBack()).isEqualTo(preview.pointsBack());
        assertThat(back.balance()).isEqualTo(preview.balance());
        models.get(sale.person).takeBack(sale.kept / 100 - (sale.kept - amount) / 100);
        sale.kept -= amount;
        sent.add(() -> programme.takeBack(goods));
    }

    private void hold(Event event) {
        Model model = models.get(event.person());
        HoldRequest asked = programme.asks(
                people.get(event.person()), shops.get(event.shop()), 1 + event.size() / 200);
        RedemptionOutcome outcome = programme.hold(asked);
        if (asked.points() > model.active) {
            assertThat(outcome).isInstanceOf(RedemptionOutcome.Refused.class);
            return;
        }
        model.active -= asked.points();
        model.held += asked.points();
        long id = ((RedemptionOutcome.Done) outcome).redemption().id();
        holds.add(new Hold(id, shops.get(event.shop()), event.person(), asked.points()));
        sent.add(() -> programme.hold(asked));
    }

    private void capture(Event event) {
        holds.stream().filter(h -> h.open).skip(event.size() % 3).findFirst().ifPresent(hold -> {
            long points = 1 + event.size() % hold.points;
            programme.capture(hold.at, hold.id, OptionalLong.of(points));
            hold.open = false;
            hold.spent = true;
            hold.captured = points;
            Model model = models.get(hold.person);
            model.held -= hold.points;
            model.active += hold.points - points;
            sent.add(() -> programme.capture(hold.at, hold.id, OptionalLong.of(points)));
        });
    }

    private void letGo(Event event) {
        holds.stream().filter(h -> h.open).skip(event.size() % 3).findFirst().ifPresent(hold -> {
            Runnable release = () -> programme.call(
                    () -> programme.bean(RedemptionDesk.class).release(hold.at, hold.id, "till"));
            release.run();
            hold.open = false;
            Model model = models.get(hold.person);
            model.held -= hold.points;
            model.active += hold.points;
            sent.add(release);
        });
    }

    private void reverse(Event event) {
        holds.stream().filter(h -> h.spent).skip(event.size() % 3).findFirst().ifPresent(hold -> {
            Runnable reverse = () -> programme.call(() -> programme
                    .bean(RedemptionDesk.class)
                    .reverse(hold.at, hold.id, "RETURNED", "till"));
            reverse.run();
            hold.spent = false;
            models.get(hold.person).active += hold.captured;
            sent.add(reverse);
        });
    }
}
