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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * <p>Nearly all receipts are new, so the first attempt does not look for them: should one be
     * there, its unique key rolls everything back and the next attempt looks. Refusals are looked
     * up always, since a repeat is answered as the first time even where it would be refused today.
     *
     * @param requestKeys the keys that came with some of them
     * @param look whether receipts may be there already
     * @throws KeyReused when a key stands for something else; nothing was done then
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @InHubScope(posts = true)
    public List<IntakeOutcome> accept(
            List<Purchase> asked, Map<Purchases.Key, RequestKey> requestKeys, boolean look) {
        Work work = new Work(asked, clock.now());
        work.recognised = members.recognise(
                asked.stream().flatMap(p -> Work.asked(p).stream()).collect(Collectors.toSet()));
        asked.forEach(p -> refusal(p, work)
                .ifPresent(no -> work.outcomes.put(Work.key(p), new IntakeOutcome.Refused(no))));
        List<Purchases.Key> doubtful = asked.stream()
                .map(Work::key)
                .filter(key -> look || work.outcomes.containsKey(key))
                .toList();
        Map<Purchases.Key, RecordedPurchase> known =
                purchases.known(doubtful, RecordedPurchase.Kind.SALE);
        asked.stream()
                .filter(p -> known.containsKey(Work.key(p)))
                .forEach(p -> work.outcomes.put(Work.key(p), repeat(p, known.get(Work.key(p)))));
        List<Purchase> fresh = asked.stream()
                .filter(p -> !work.outcomes.containsKey(Work.key(p)))
                .toList();
        work.books = ledger.open(work.recognised.values().stream()
                .filter(Members.Recognised::active)
                .map(Members.Recognised::id)
                .toList());
        fresh.forEach(p -> work.outcomes.put(Work.key(p), earn(p, work)));
        members.dealt(work.dealings);
        ledger.write(work.books, purchases.record(work.records, Map.of()));
        keys.keep(requestKeys.entrySet().stream()
                .filter(e -> !(work.outcomes.get(e.getKey()) instanceof IntakeOutcome.Refused))
                .map(Map.Entry::getValue)
                .toList());
        return asked.stream().map(Work::key).map(work.outcomes::get).toList();
    }

    private Optional<Refusal> refusal(Purchase p, Work work) {
        Optional<PartnerRules> rules = rulebook.of(p.partner(), work.now);
        PurchaseChecks.Limits limits = new PurchaseChecks.Limits(
                work.now,
                settings.clockTolerance(),
                settings.oldestPurchase(),
                rulebook.programme().currency());
        Optional<Refusal> refusal = rules.flatMap(r -> PurchaseChecks.refusal(p, r, limits));
        if (refusal.isPresent() || rules.isEmpty()) {
            // What is missing may have been added a moment ago.
            refusal = rulebook.reread(p.partner(), work.now)
                    .flatMap(r -> PurchaseChecks.refusal(p, r, limits));
        }
        return refusal.or(() -> Work.asked(p)
                .map(work.recognised::get)
                .filter(who -> !who.active())
                .map(who -> Refusal.of(
                        RefusalReason.MEMBER_BLOCKED,
                        "the member's account is blocked; refer them to service")));
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
        if (!who.get().knownHere()) {
            work.dealings.add(new Members.Dealing(p.partner(), who.get().id()));
        }
        return accrue(p, who.get().id(), work);
    }

    private IntakeOutcome accrue(Purchase p, MemberId member, Work work) {
        PartnerRules rules = rulebook.of(p.partner(), work.now).orElseThrow();
        LocalDate day = p.receipt().businessDate();
        PurchaseAccrual.Basket basket = new PurchaseAccrual.Basket(
                p.lines(), p.paidWithPoints(), p.total().currency(), p.happenedAt());
        EarnedPoints earned =
                PurchaseAccrual.earn(basket, rules.on(day).orElseThrow(), rules.rules());
        Accruals.Posted posted = accruals.post(
                work.books,
                p,
                member,
                earned,
                new Accruals.Door(rules, p.channel().name()));
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
        private final Set<Members.Dealing> dealings = new HashSet<>();
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
    }
}
