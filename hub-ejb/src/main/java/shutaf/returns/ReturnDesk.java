package shutaf.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.PartnerRules;
import shutaf.accrual.Rulebook;
import shutaf.ledger.Account;
import shutaf.ledger.Books;
import shutaf.ledger.JournalDraft;
import shutaf.ledger.JournalKind;
import shutaf.ledger.JournalRef;
import shutaf.ledger.Ledger;
import shutaf.ledger.LotDebit;
import shutaf.partner.Terms;
import shutaf.platform.HubClock;
import shutaf.platform.HubSettings;
import shutaf.platform.Ids;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.purchase.Purchase;
import shutaf.purchase.Purchases;
import shutaf.purchase.RecordedPurchase;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.Reason;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Takes goods back: says beforehand what it will cost the member, then does exactly that. */
@ApplicationScoped
@Transactional
@InHubScope(posts = true)
public class ReturnDesk {
    private static final String SPENT = "spent";

    @Inject
    private Purchases purchases;

    @Inject
    private Ledger ledger;

    @Inject
    private Sql sql;

    @Inject
    private DebtRecovery debts;

    @Inject
    private Rulebook rulebook;

    @Inject
    private HubClock clock;

    @Inject
    private HubSettings settings;

    @Inject
    private Ids ids;

    /** What a return means, worked out and not yet done. */
    private sealed interface Planned {}

    /**
     * It can be done.
     *
     * @param before points that earlier returns of this sale took
     * @param back points that this one takes
     */
    private record Plan(
            RecordedPurchase sale,
            KeptGoods kept,
            long before,
            long back,
            Recovery recovery,
            Books books)
            implements Planned {
        long balance() {
            return sale.member().map(m -> books.account(m).active()).orElse(0L);
        }
    }

    /** It cannot. */
    private record NoPlan(Refusal refusal) implements Planned {}

    /** What would happen; changes nothing. */
    public ReturnOutcome preview(GoodsReturn asked) {
        Optional<ReturnOutcome> early = early(asked);
        if (early.isPresent()) {
            return early.get();
        }
        Optional<RecordedPurchase> sale = sale(asked);
        if (sale.isEmpty()) {
            return new ReturnOutcome.Refused(new Refusal(
                    RefusalReason.NOT_REVERSIBLE,
                    "original",
                    "we have no such sale yet; a return of it would wait"));
        }
        return switch (plan(asked, sale.get())) {
            case Plan plan ->
                returned(
                        Optional.empty(),
                        plan,
                        plan.balance() - LotDebit.total(plan.recovery.active()));
            case NoPlan no -> new ReturnOutcome.Refused(no.refusal());
        };
    }

    /**
     * Takes the goods back. Done again with the same receipt it answers the same and changes
     * nothing.
     */
    public ReturnOutcome takeBack(GoodsReturn asked) {
        Optional<ReturnOutcome> early = early(asked);
        if (early.isPresent()) {
            return early.get();
        }
        Optional<RecordedPurchase> sale = sale(asked);
        if (sale.isEmpty()) {
            sql.run(record(asked, Map.of(), fresh -> fresh));
            return new ReturnOutcome.Waiting(false);
        }
        return switch (plan(asked, sale.get())) {
            case NoPlan no -> new ReturnOutcome.Refused(no.refusal());
            case Plan plan -> {
                ReturnOutcome.Returned done = post(asked, plan);
                ledger.write(
                        plan.books,
                        record(
                                asked,
                                plan.kept.originals(),
                                fresh -> settled(fresh, plan.sale.member(), done)));
                yield done;
            }
        };
    }

    /** Returns that came before their sale and can be done now; says how many were done. */
    public int catchUp() {
        List<RecordedPurchase> ready = purchases.returnsWhoseSaleCame(50);
        ready.forEach(this::doLate);
        return ready.size();
    }

    private void doLate(RecordedPurchase late) {
        GoodsReturn asked = KeptGoods.again(late, purchases.originalLines(late));
        RecordedPurchase sale = sale(asked).orElseThrow();
        switch (plan(asked, sale)) {
            case Plan plan -> {
                ReturnOutcome.Returned done = post(asked, plan);
                purchases.settle(settled(late, sale.member(), done));
                ledger.write(plan.books);
            }
            case NoPlan no -> {
                List<Reason> why = List.of(
                        Reason.of("return", 1, 0, "adjusted", no.refusal().detail()));
                purchases.settle(settled(
                        late,
                        sale.member(),
                        new ReturnOutcome.Returned(Optional.empty(), 0, 0, 0, 0, why, false)));
            }
        }
    }

    private Optional<ReturnOutcome> early(GoodsReturn asked) {
        Purchases.Key own = new Purchases.Key(asked.partner(), asked.receipt());
        RecordedPurchase before =
                purchases.known(List.of(own), RecordedPurchase.Kind.RETURN).get(own);
        if (before != null) {
            return Optional.of(repeat(asked, before));
        }
        PartnerRules rules = rulebook.of(asked.partner(), clock.now()).orElseThrow();
        if (!rules.partner().active()) {
            return refused(
                    RefusalReason.PARTNER_SUSPENDED,
                    "",
                    "this partner is suspended; ask the operator");
        }
        if (!rulebook.hasOutlet(asked.partner(), asked.receipt().outlet(), clock.now())) {
            return refused(
                    RefusalReason.OUTLET_UNKNOWN, "receipt.outlet", "there is no such outlet");
        }
        if (asked.original().isEmpty()) {
            return refused(
                    RefusalReason.NOT_REVERSIBLE,
                    "original",
                    "name the sale's receipt: without it we cannot tell what was earned");
        }
        ReturnChecks.Limits limits = new ReturnChecks.Limits(
                clock.now(),
                settings.clockTolerance(),
                settings.oldestPurchase(),
                rulebook.programme().currency());
        return ReturnChecks.refusal(asked, rules, limits).map(ReturnOutcome.Refused::new);
    }

    private static ReturnOutcome repeat(GoodsReturn asked, RecordedPurchase before) {
        if (!asked.fingerprint().equals(before.fingerprint())) {
            return refused(
                            RefusalReason.KEY_REUSED,
                            "receipt",
                            "this receipt was sent before with other content")
                    .orElseThrow();
        }
        if (before.status() == RecordedPurchase.Status.WAITING) {
            return new ReturnOutcome.Waiting(true);
        }
        long spent = figure(before, SPENT);
        return new ReturnOutcome.Returned(
                before.journal(),
                before.points(),
                spent,
                before.pendingPoints(),
                before.balanceAfter(),
                before.reasons(),
                true);
    }

    private static long figure(RecordedPurchase before, String rule) {
        return before.reasons().stream()
                .filter(r -> r.rule().equals(rule))
                .mapToLong(r -> -r.points())
                .sum();
    }

    private static Optional<ReturnOutcome> refused(
            RefusalReason reason, String field, String detail) {
        return Optional.of(new ReturnOutcome.Refused(new Refusal(reason, field, detail)));
    }

    /** The sale; one that nobody has claimed yet is locked, since somebody may be about to. */
    private Optional<RecordedPurchase> sale(GoodsReturn asked) {
        return asked.original().map(o -> new Purchases.Key(asked.partner(), o)).flatMap(key -> {
            Optional<RecordedPurchase> sale = purchases.find(key, RecordedPurchase.Kind.SALE);
            return sale.isPresent() && sale.get().member().isEmpty() ? purchases.lock(key) : sale;
        });
    }

    /** Works the return out. The member's row is locked from here on. */
    private Planned plan(GoodsReturn asked, RecordedPurchase sale) {
        Purchases.Key key = new Purchases.Key(asked.partner(), sale.purchase().receipt());
        Books books = ledger.open(sale.member().map(List::of).orElse(List.of()));
        KeptGoods kept = KeptGoods.after(purchases.left(sale), asked);
        if (kept.refusal().isPresent()) {
            return new NoPlan(kept.refusal().get());
        }
        if (sale.member().isEmpty()) {
            return new Plan(sale, kept, 0, 0, Recovery.NOTHING, books);
        }
        MemberId member = sale.member().get();
        PartnerRules rules = rules(asked);
        Terms terms = terms(sale, rules);
        long before = purchases.pointsReturned(key);
        long back = Math.max(0, sale.points() - before - kept.worth(sale, terms, rules.rules()));
        Recovery.Sources sources = new Recovery.Sources(
                sale.journal().map(ledger::lotsCreditedBy).orElse(List.of()),
                ledger.pendingLots(member, asked.partner()),
                ledger.pick(member, back, clock.today()));
        long debt = books.account(member).debt();
        return new Plan(
                sale,
                kept,
                before,
                back,
                Recovery.of(back, sources, terms, debt, clock.today()),
                books);
    }

    private PartnerRules rules(GoodsReturn asked) {
        return rulebook.of(asked.partner(), clock.now()).orElseThrow();
    }

    private static Terms terms(RecordedPurchase sale, PartnerRules rules) {
        return rules.on(sale.purchase().receipt().businessDate()).orElseThrow();
    }

    private static ReturnOutcome.Returned returned(
            Optional<JournalRef> journal, Plan plan, long balance) {
        Recovery recovery = plan.recovery;
        return new ReturnOutcome.Returned(
                journal,
                plan.back,
                recovery.alreadySpent(),
                recovery.debt() + recovery.lost(),
                balance,
                reasons(plan),
                false);
    }

    private static List<Reason> reasons(Plan plan) {
        Reason back = Reason.of("return", 1, -plan.back, "recovered", Long.toString(plan.back));
        long spent = plan.recovery.alreadySpent();
        return spent == 0
                ? List.of(back)
                : List.of(back, Reason.of(SPENT, 1, -spent, "already-spent", Long.toString(spent)));
    }

    private ReturnOutcome.Returned post(GoodsReturn asked, Plan plan) {
        if (plan.back == 0) {
            return returned(Optional.empty(), plan, plan.balance());
        }
        JournalRef journal = ledger.post(plan.books, journal(asked, plan));
        debts.owe(plan.sale.member().orElseThrow(), asked.partner(), plan.recovery.debt());
        return returned(Optional.of(journal), plan, plan.balance());
    }

    private JournalDraft journal(GoodsReturn asked, Plan plan) {
        MemberId member = plan.sale.member().orElseThrow();
        Recovery recovery = plan.recovery;
        PartnerRules rules = rules(asked);
        Terms terms = terms(plan.sale, rules);
        String currency = asked.total().currency();
        // The price of all that came back so far, less what was credited before: a full return
        // credits it all.
        long credited =
                terms.price(plan.before + recovery.recovered(), currency).minor()
                        - terms.price(plan.before, currency).minor();
        return new JournalDraft(
                        JournalKind.ACCRUAL_REVERSAL,
                        asked.partner(),
                        asked.receipt().toString(),
                        asked.receipt().businessDate(),
                        asked.happenedAt())
                .of(member)
                .at(asked.receipt().outlet())
                .by(asked.channel().name())
                .about(plan.sale.journal().orElseThrow())
                .because(reasons(plan))
                .qualifying(-plan.back)
                .take(recovery.active(), Account.member(member), Account.issued(asked.partner()))
                .take(recovery.pending(), Account.pending(member), Account.issued(asked.partner()))
                .move(recovery.debt(), Account.debt(member), Account.issued(asked.partner()))
                .pay(
                        new Money(credited, currency),
                        Account.pool(),
                        Account.money(asked.partner(), rules.partner().prepaid()));
    }

    private Sql.Together record(
            GoodsReturn asked,
            Map<Integer, Integer> originals,
            UnaryOperator<RecordedPurchase> settling) {
        Map<Integer, Integer> lines = new HashMap<>();
        asked.lines()
                .forEach(l ->
                        lines.put(l.line(), originals.getOrDefault(l.line(), l.originalLine())));
        Purchase as = new Purchase(
                asked.partner(),
                asked.receipt(),
                asked.happenedAt(),
                Optional.empty(),
                asked.lines().stream().map(KeptGoods::asLine).toList(),
                asked.total(),
                0,
                asked.channel());
        RecordedPurchase fresh = new RecordedPurchase(
                ids.next(Ids.Of.PURCHASE),
                as,
                RecordedPurchase.Kind.RETURN,
                RecordedPurchase.Status.WAITING,
                Optional.empty(),
                Optional.empty(),
                asked.fingerprint(),
                Optional.empty(),
                0,
                0,
                0,
                List.of(),
                asked.original());
        return purchases.record(List.of(settling.apply(fresh)), lines);
    }

    private static RecordedPurchase settled(
            RecordedPurchase r, Optional<MemberId> member, ReturnOutcome.Returned done) {
        return new RecordedPurchase(
                r.id(),
                r.purchase(),
                r.kind(),
                RecordedPurchase.Status.RETURNED,
                member,
                Optional.empty(),
                r.fingerprint(),
                done.journal(),
                done.pointsBack(),
                done.owed(),
                done.balance(),
                done.reasons(),
                r.original());
    }
}
