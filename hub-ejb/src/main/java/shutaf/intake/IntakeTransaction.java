package shutaf.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.EarnedPoints;
import shutaf.accrual.PartnerRules;
import shutaf.accrual.PurchaseAccrual;
import shutaf.accrual.Rulebook;
import shutaf.ledger.Books;
import shutaf.ledger.Ledger;
import shutaf.member.Identifiers;
import shutaf.member.MemberRef;
import shutaf.member.Members;
import shutaf.platform.HubClock;
import shutaf.platform.HubSettings;
import shutaf.platform.Ids;
import shutaf.platform.InHubScope;
import shutaf.purchase.Purchase;
import shutaf.purchase.Purchases;
import shutaf.purchase.RecordedPurchase;
import shutaf.shared.MemberId;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes a list of purchases in, in one transaction: each with its own outcome, all written or none.
 * One purchase is a list of one, so there is no second way.
 */
@ApplicationScoped
class IntakeTransaction {
    @Inject
    private HubClock clock;

    @Inject
    private HubSettings settings;

    @Inject
    private Rulebook rulebook;

    @Inject
    private Members members;

    @Inject
    private Identifiers identifiers;

    @Inject
    private Purchases purchases;

    @Inject
    private Ledger ledger;

    @Inject
    private Accruals accruals;

    @Inject
    private RequestKeys keys;

    @Inject
    private Ids ids;

    /**
     * Outcomes in the order of the purchases, whose receipts must differ from each other.
     *
     * @param requestKeys the keys that came with some of them
     * @throws KeyReused when a key stands for something else; nothing was done then
     */
    @Transactional
    @InHubScope
    public List<IntakeOutcome> accept(
            List<Purchase> asked, Map<Purchases.Key, RequestKey> requestKeys) {
        Work work = new Work(asked, clock.now());
        work.known =
                purchases.known(asked.stream().map(Work::key).toList(), RecordedPurchase.Kind.SALE);
        List<Purchase> fresh =
                asked.stream().filter(p -> work.decide(p, this::early)).toList();
        work.recognised = members.recognise(
                fresh.stream().flatMap(p -> Work.asked(p).stream()).collect(Collectors.toSet()));
        work.books = ledger.open(work.recognised.values().stream()
                .filter(Members.Recognised::active)
                .map(Members.Recognised::id)
                .toList());
        fresh.forEach(p -> work.outcomes.put(Work.key(p), earn(p, work)));
        purchases.record(work.records, Map.of());
        ledger.write(work.books);
        keys.keep(requestKeys.entrySet().stream()
                .filter(e -> !(work.outcomes.get(e.getKey()) instanceof IntakeOutcome.Refused))
                .map(Map.Entry::getValue)
                .toList());
        return asked.stream().map(Work::key).map(work.outcomes::get).toList();
    }

    /** A repeat or a refusal that needs no books; empty when the purchase has to be worked on. */
    private Optional<IntakeOutcome> early(Purchase p, Work work) {
        RecordedPurchase before = work.known.get(Work.key(p));
        if (before != null) {
            return Optional.of(repeat(p, before));
        }
        Optional<PartnerRules> rules = rulebook.of(p.partner(), work.now);
        PurchaseChecks.Limits limits = new PurchaseChecks.Limits(
                work.now,
                settings.clockTolerance(),
                settings.oldestPurchase(),
                rulebook.programme().currency());
        Optional<Refusal> refusal = rules.flatMap(r -> PurchaseChecks.refusal(p, r, limits));
        if (refusal.isPresent() || rules.isEmpty()) {
            // What is missing may have been added a moment ago.
            rules = rulebook.reread(p.partner(), work.now);
            refusal = rules.flatMap(r -> PurchaseChecks.refusal(p, r, limits));
        }
        return refusal.map(IntakeOutcome.Refused::new);
    }

    private static IntakeOutcome repeat(Purchase p, RecordedPurchase before) {
        if (!p.fingerprint().equals(before.fingerprint())) {
            return new IntakeOutcome.Refused(Refusal.of(
                    RefusalReason.KEY_REUSED,
                    "receipt " + p.receipt()
                            + " was sent before with other content; correct it by a return"));
        }
        return switch (before.status()) {
            case ACCRUED, RETURNED ->
                new IntakeOutcome.Accrued(
                        before.journal().orElseThrow(),
                        before.points(),
                        before.pendingPoints(),
                        before.balanceAfter(),
                        before.reasons(),
                        true);
            case UNCLAIMED, WAITING -> new IntakeOutcome.Unclaimed(true);
        };
    }

    private IntakeOutcome earn(Purchase p, Work work) {
        Optional<Members.Recognised> who = Work.asked(p).map(work.recognised::get);
        if (who.isEmpty()) {
            work.records.add(unclaimed(p));
            return new IntakeOutcome.Unclaimed(false);
        }
        if (!who.get().active()) {
            return new IntakeOutcome.Refused(Refusal.of(
                    RefusalReason.MEMBER_BLOCKED,
                    "the member's account is blocked; refer them to service"));
        }
        MemberId member = who.get().id();
        if (!who.get().knownHere()) {
            members.dealt(p.partner(), member);
        }
        PartnerRules rules = rulebook.of(p.partner(), work.now).orElseThrow();
        LocalDate day = p.receipt().businessDate();
        PurchaseAccrual.Basket basket = new PurchaseAccrual.Basket(
                p.lines(), p.paidWithPoints(), p.total().currency(), p.happenedAt());
        EarnedPoints earned =
                PurchaseAccrual.earn(basket, rules.on(day).orElseThrow(), rules.rules());
        Accruals.Posted posted = accruals.post(work.books, p, member, earned, rules);
        work.records.add(new RecordedPurchase(
                ids.next(Ids.Of.PURCHASE),
                p,
                RecordedPurchase.Kind.SALE,
                RecordedPurchase.Status.ACCRUED,
                Optional.of(member),
                Optional.empty(),
                p.fingerprint(),
                Optional.of(posted.journal()),
                earned.total(),
                posted.pending(),
                posted.balance(),
                posted.reasons(),
                Optional.empty()));
        return new IntakeOutcome.Accrued(
                posted.journal(),
                earned.total(),
                posted.pending(),
                posted.balance(),
                posted.reasons(),
                false);
    }

    private RecordedPurchase unclaimed(Purchase p) {
        Optional<String> hash = p.member()
                .map(ref -> identifiers.hash(identifiers
                        .key(ref, p.partner())
                        .map(Identifiers.Key::value)
                        .orElse(ref.value())));
        return new RecordedPurchase(
                ids.next(Ids.Of.PURCHASE),
                p,
                RecordedPurchase.Kind.SALE,
                RecordedPurchase.Status.UNCLAIMED,
                Optional.empty(),
                hash,
                p.fingerprint(),
                Optional.empty(),
                0,
                0,
                0,
                List.of(),
                Optional.empty());
    }

    /** What one transaction knows on its way. */
    private static final class Work {
        private final Instant now;
        private final Map<Purchases.Key, IntakeOutcome> outcomes;
        private final List<RecordedPurchase> records = new ArrayList<>();
        private Map<Purchases.Key, RecordedPurchase> known = Map.of();
        private Map<Members.Asked, Members.Recognised> recognised = Map.of();
        private Books books;

        Work(List<Purchase> asked, Instant now) {
            this.now = now;
            this.outcomes = new HashMap<>(asked.size() * 2);
        }

        static Purchases.Key key(Purchase p) {
            return new Purchases.Key(p.partner(), p.receipt());
        }

        static Optional<Members.Asked> asked(Purchase p) {
            return p.member().map((MemberRef ref) -> new Members.Asked(p.partner(), ref));
        }

        /** True when the purchase is not decided yet. */
        boolean decide(Purchase p, Early early) {
            Optional<IntakeOutcome> outcome = early.decide(p, this);
            outcome.ifPresent(o -> outcomes.put(key(p), o));
            return outcome.isEmpty();
        }
    }

    @FunctionalInterface
    private interface Early {
        Optional<IntakeOutcome> decide(Purchase p, Work work);
    }
}
