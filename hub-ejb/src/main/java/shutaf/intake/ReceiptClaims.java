package shutaf.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.EarnedPoints;
import shutaf.accrual.PartnerRules;
import shutaf.accrual.PurchaseAccrual;
import shutaf.accrual.Rulebook;
import shutaf.audit.AuditTrail;
import shutaf.audit.Deed;
import shutaf.ledger.Books;
import shutaf.ledger.Ledger;
import shutaf.member.Member;
import shutaf.member.Members;
import shutaf.platform.HubClock;
import shutaf.platform.HubSettings;
import shutaf.platform.InHubScope;
import shutaf.purchase.Purchase;
import shutaf.purchase.Purchases;
import shutaf.purchase.ReceiptKey;
import shutaf.purchase.RecordedPurchase;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;
import shutaf.shared.Reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A receipt that came without a known member is given to one later: once, within a window, to
 * whoever knows its number and total. It earns what it would have earned on its day, less what came
 * back meanwhile, as a journal of today.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class ReceiptClaims {
    @Inject
    private Purchases purchases;

    @Inject
    private Members members;

    @Inject
    private Rulebook rulebook;

    @Inject
    private Ledger ledger;

    @Inject
    private Accruals accruals;

    @Inject
    private AuditTrail trail;

    @Inject
    private HubClock clock;

    @Inject
    private HubSettings settings;

    /**
     * A claim.
     *
     * @param partner where it was bought
     * @param receipt which receipt
     * @param total what the member says was paid; proves that they have the receipt
     * @param member who gets the points
     * @param actor login name of who does it
     */
    public record Claim(
            PartnerId partner, ReceiptKey receipt, Money total, MemberId member, String actor) {}

    /** First business day whose receipts can still be claimed. */
    public LocalDate oldestDay() {
        return clock.today().minus(settings.claimWindow());
    }

    /** Gives the receipt to the member. Done again for the same member it answers the same. */
    public ClaimOutcome claim(Claim asked) {
        Purchases.Key key = new Purchases.Key(asked.partner(), asked.receipt());
        // From here on no return of it and no other claim goes on beside this one.
        Optional<RecordedPurchase> found =
                purchases.lock(key).filter(sale -> sale.purchase().total().equals(asked.total()));
        if (found.isEmpty()) {
            return new ClaimOutcome.Refused(ClaimOutcome.Reason.NOT_FOUND);
        }
        RecordedPurchase sale = found.get();
        if (sale.status() != RecordedPurchase.Status.UNCLAIMED) {
            return sale.member().equals(Optional.of(asked.member()))
                    ? new ClaimOutcome.Claimed(before(sale))
                    : new ClaimOutcome.Refused(ClaimOutcome.Reason.CLAIMED_BEFORE);
        }
        return refusal(sale, asked)
                .<ClaimOutcome>map(ClaimOutcome.Refused::new)
                .orElseGet(() -> new ClaimOutcome.Claimed(earn(sale, asked)));
    }

    private static IntakeOutcome.Accrued before(RecordedPurchase sale) {
        return new IntakeOutcome.Accrued(
                sale.journal().orElseThrow(),
                sale.points(),
                sale.pendingPoints(),
                sale.balanceAfter(),
                sale.reasons(),
                true);
    }

    private Optional<ClaimOutcome.Reason> refusal(RecordedPurchase sale, Claim asked) {
        if (asked.receipt().businessDate().isBefore(oldestDay())) {
            return Optional.of(ClaimOutcome.Reason.TOO_LATE);
        }
        if (members.find(asked.member()).filter(Member::active).isEmpty()) {
            return Optional.of(ClaimOutcome.Reason.MEMBER_BLOCKED);
        }
        PurchaseChecks.Limits limits = new PurchaseChecks.Limits(
                clock.now(),
                settings.clockTolerance(),
                settings.oldestPurchase(),
                rulebook.programme().currency());
        boolean earns = rulebook.reread(asked.partner(), clock.now())
                .filter(r -> PurchaseChecks.refusal(sale.purchase(), r, limits).isEmpty())
                .isPresent();
        return earns ? Optional.empty() : Optional.of(ClaimOutcome.Reason.NOT_EARNING);
    }

    private IntakeOutcome.Accrued earn(RecordedPurchase sale, Claim asked) {
        Purchase p = sale.purchase();
        Books books = ledger.open(List.of(asked.member()));
        PartnerRules rules = rulebook.of(p.partner(), clock.now()).orElseThrow();
        Accruals.Posted posted = accruals.post(
                books,
                p,
                asked.member(),
                worth(sale, rules),
                new Accruals.Door(rules, asked.actor()));
        RecordedPurchase settled = settled(sale, asked.member(), posted);
        purchases.settle(settled);
        members.dealt(p.partner(), asked.member());
        ledger.write(books);
        trail.add(new AuditTrail.Note(
                asked.actor(),
                Deed.RECEIPT_CLAIMED,
                Optional.of(p.partner()),
                Optional.of(asked.member()),
                p.receipt().toString(),
                "points " + settled.points()));
        return new IntakeOutcome.Accrued(
                posted.journal(),
                settled.points(),
                posted.pending(),
                posted.balance(),
                posted.reasons(),
                false);
    }

    /** What is kept of it, at the rates of its day; and the reason why it comes so late. */
    private EarnedPoints worth(RecordedPurchase sale, PartnerRules rules) {
        Purchase p = sale.purchase();
        EarnedPoints earned = PurchaseAccrual.earn(
                new PurchaseAccrual.Basket(
                        purchases.left(sale),
                        p.paidWithPoints(),
                        p.total().currency(),
                        p.happenedAt()),
                rules.on(p.receipt().businessDate()).orElseThrow(),
                rules.rules());
        List<Reason> why = new ArrayList<>(earned.reasons());
        why.add(Reason.of("claim", 1, 0, "claimed", clock.today().toString()));
        return new EarnedPoints(earned.base(), earned.bonus(), List.copyOf(why));
    }

    private static RecordedPurchase settled(
            RecordedPurchase sale, MemberId member, Accruals.Posted posted) {
        return new RecordedPurchase(
                sale.id(),
                sale.purchase(),
                sale.kind(),
                RecordedPurchase.Status.ACCRUED,
                Optional.of(member),
                Optional.empty(),
                sale.fingerprint(),
                Optional.of(posted.journal()),
                posted.points(),
                posted.pending(),
                posted.balance(),
                posted.reasons(),
                sale.original());
    }
}
