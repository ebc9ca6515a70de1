package shutaf.redemption;

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
import shutaf.member.Members;
import shutaf.platform.HubClock;
import shutaf.platform.HubSettings;
import shutaf.platform.Ids;
import shutaf.platform.InHubScope;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;
import shutaf.shared.Reason;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Spends points in two phases. Every step locks the member's balance first and decides from what it
 * then reads; a step that was done already answers the same again.
 */
@ApplicationScoped
@Transactional
@InHubScope(posts = true)
public class RedemptionDesk {
    @Inject
    private Redemptions redemptions;

    @Inject
    private Members members;

    @Inject
    private Ledger ledger;

    @Inject
    private Rulebook rulebook;

    @Inject
    private Ids ids;

    @Inject
    private HubClock clock;

    @Inject
    private HubSettings settings;

    /** Sets points aside against a basket. */
    public RedemptionOutcome hold(HoldRequest asked) {
        Optional<Refusal> refusal = refusal(asked);
        Members.Asked who = new Members.Asked(asked.partner(), asked.member());
        Optional<Members.Recognised> member =
                Optional.ofNullable(members.recognise(Set.of(who)).get(who));
        if (refusal.isEmpty() && member.filter(Members.Recognised::active).isPresent()) {
            return hold(asked, member.get());
        }
        // A repeat is answered as the first time even where it would be refused today.
        return redemptions
                .find(asked.partner(), asked.receipt())
                .map(before -> repeat(asked, before))
                .orElseGet(() ->
                        new RedemptionOutcome.Refused(refusal.orElseGet(() -> notTheirs(member))));
    }

    private static Refusal notTheirs(Optional<Members.Recognised> member) {
        return member.isEmpty()
                ? new Refusal(
                        RefusalReason.UNKNOWN_MEMBER,
                        "member",
                        "nobody has this identifier; enrol them first")
                : new Refusal(
                        RefusalReason.MEMBER_BLOCKED,
                        "member",
                        "the account is blocked; refer them to service");
    }

    private RedemptionOutcome hold(HoldRequest asked, Members.Recognised member) {
        Books books = ledger.open(List.of(member.id()));
        // Asked under the lock: a request of the same receipt may have held while we waited for it.
        Optional<Redemptions.Recorded> before = redemptions.find(asked.partner(), asked.receipt());
        if (before.isPresent()) {
            return repeat(asked, before.get());
        }
        List<LotDebit> lots = ledger.pick(member.id(), asked.points(), clock.today());
        if (LotDebit.total(lots) < asked.points()) {
            return refused(
                    RefusalReason.INSUFFICIENT_POINTS,
                    "points",
                    "the member can spend " + LotDebit.total(lots) + " points");
        }
        if (!member.knownHere()) {
            members.dealt(asked.partner(), member.id());
        }
        return hold(asked, books, member.id(), lots);
    }

    private RedemptionOutcome hold(
            HoldRequest asked, Books books, MemberId member, List<LotDebit> lots) {
        Rulebook.Programme programme = rulebook.programme();
        Redemption held = new Redemption(
                ids.next(Ids.Of.REDEMPTION),
                asked.partner(),
                member,
                asked.receipt(),
                Redemption.Status.HELD,
                asked.points(),
                0,
                programme.value(asked.points()),
                asked.happenedAt(),
                clock.now().plus(Duration.ofMinutes(programme.holdMinutes())));
        ledger.post(
                books,
                draft(JournalKind.REDEMPTION_HOLD, held, asked.happenedAt())
                        .by(asked.actor())
                        .because(why(held, "redeemed"))
                        .take(lots, Account.member(member), Account.held(member)));
        long balance = books.account(member).active();
        ledger.write(books, redemptions.insert(held, asked.fingerprint(), balance));
        return new RedemptionOutcome.Done(held, balance, false);
    }

    private Optional<Refusal> refusal(HoldRequest asked) {
        Instant now = clock.now();
        Optional<PartnerRules> rules = rulebook.of(asked.partner(), now);
        if (rules.isEmpty() || !rules.get().partner().active()) {
            return no(
                    RefusalReason.PARTNER_SUSPENDED,
                    "",
                    "this partner is suspended; ask the operator");
        }
        if (!rules.get().partner().acceptsPoints()
                || rules.get().on(asked.receipt().businessDate()).isEmpty()) {
            return no(
                    RefusalReason.FORBIDDEN,
                    "",
                    "the agreement with this partner is without redemption");
        }
        if (!rulebook.hasOutlet(asked.partner(), asked.receipt().outlet(), now)) {
            return no(RefusalReason.OUTLET_UNKNOWN, "receipt.outlet", "there is no such outlet");
        }
        if (asked.points() <= 0) {
            return no(RefusalReason.VALIDATION, "points", "ask for at least one point");
        }
        if (asked.happenedAt().isAfter(now.plus(settings.clockTolerance()))) {
            return no(
                    RefusalReason.IN_FUTURE,
                    "happenedAt",
                    "it lies in the future; check the till's clock");
        }
        if (asked.happenedAt().isBefore(now.minus(settings.oldestPurchase()))) {
            return no(RefusalReason.TOO_OLD, "happenedAt", "it is too old to redeem");
        }
        return Optional.empty();
    }

    private RedemptionOutcome repeat(HoldRequest asked, Redemptions.Recorded before) {
        if (!asked.fingerprint().equals(before.fingerprint())) {
            return refused(
                    RefusalReason.KEY_REUSED,
                    "receipt",
                    "this receipt held points before, with other content");
        }
        // As it was answered then, whatever became of it since: status() says that.
        Redemption held = before.redemption();
        return new RedemptionOutcome.Done(
                held.as(Redemption.Status.HELD, 0, rulebook.programme().value(held.points())),
                before.balance(),
                true);
    }

    private RedemptionOutcome again(Redemption settled) {
        return new RedemptionOutcome.Done(settled, redemptions.settledBalance(settled), true);
    }

    /** Spends what was held, or less: the rest goes back to the lots it came from. */
    public RedemptionOutcome capture(PartnerId partner, long id, OptionalLong asked, String actor) {
        return step(partner, id, (held, books) -> {
            long points = asked.orElse(
                    held.status() == Redemption.Status.CAPTURED ? held.captured() : held.points());
            if (held.status() == Redemption.Status.CAPTURED && held.captured() == points) {
                return again(held);
            }
            if (held.status() == Redemption.Status.CAPTURED
                    || held.status() == Redemption.Status.REVERSED) {
                return refused(
                        RefusalReason.ALREADY_CAPTURED,
                        "",
                        "it was captured with " + held.captured());
            }
            if (held.status() != Redemption.Status.HELD || held.expiresAt().isBefore(clock.now())) {
                return refused(
                        RefusalReason.HOLD_EXPIRED,
                        "",
                        "the points are back with the member; hold again");
            }
            if (points <= 0 || points > held.points()) {
                return refused(
                        RefusalReason.LIMIT_EXCEEDED,
                        "points",
                        "capture 1 to " + held.points() + " points, or void");
            }
            return capture(held, points, books, actor);
        });
    }

    private RedemptionOutcome capture(Redemption held, long points, Books books, String actor) {
        MemberId member = held.member();
        JournalRef hold = journal(held, JournalKind.REDEMPTION_HOLD);
        Redemption captured =
                held.as(Redemption.Status.CAPTURED, points, rulebook.programme().value(points));
        ledger.post(
                books,
                draft(JournalKind.CAPTURE, captured, clock.now())
                        .by(actor)
                        .about(hold)
                        .because(why(captured, "redeemed"))
                        .move(points, Account.held(member), Account.accepted(held.partner()))
                        .giveBack(
                                rest(hold, held.points() - points),
                                Account.held(member),
                                Account.member(member))
                        .pay(refund(captured), Account.pool(), account(held.partner())));
        return finish(captured, books);
    }

    /**
     * The lots that get points back when less is spent than was held: those that would have been
     * used last.
     */
    private List<LotDebit> rest(JournalRef hold, long points) {
        return points == 0 ? List.of() : LotDebit.last(ledger.tracesOf(hold), points);
    }

    /** Gives all held points back. */
    public RedemptionOutcome release(PartnerId partner, long id, String actor) {
        return step(partner, id, (held, books) -> switch (held.status()) {
            case VOIDED, EXPIRED -> again(held);
            case HELD -> release(held, Redemption.Status.VOIDED, books, actor);
            case CAPTURED, REVERSED ->
                refused(RefusalReason.ALREADY_CAPTURED, "", "it was captured; reverse it instead");
        });
    }

    private RedemptionOutcome release(
            Redemption held, Redemption.Status as, Books books, String actor) {
        JournalRef hold = journal(held, JournalKind.REDEMPTION_HOLD);
        ledger.post(
                books,
                draft(JournalKind.VOID, held, clock.now())
                        .by(actor)
                        .about(hold)
                        .because(why(held, "released"))
                        .giveBack(
                                rest(hold, held.points()),
                                Account.held(held.member()),
                                Account.member(held.member())));
        return finish(held.as(as, 0, held.value()), books);
    }

    /** Gives spent points back to the lots they came from, with their old expiry. */
    public RedemptionOutcome reverse(PartnerId partner, long id, String reason, String actor) {
        return step(partner, id, (spent, books) -> switch (spent.status()) {
            case REVERSED -> again(spent);
            case CAPTURED -> reverse(spent, books, reason, actor);
            case HELD, VOIDED, EXPIRED ->
                refused(
                        RefusalReason.NOT_REVERSIBLE,
                        "",
                        "nothing was spent; a hold is voided, not reversed");
        });
    }

    private RedemptionOutcome reverse(Redemption spent, Books books, String reason, String actor) {
        MemberId member = spent.member();
        List<LotDebit> held = ledger.tracesOf(journal(spent, JournalKind.REDEMPTION_HOLD));
        List<LotDebit> used = LotDebit.first(held, spent.captured());
        ledger.post(
                books,
                draft(JournalKind.REDEMPTION_REVERSAL, spent, clock.now())
                        .by(actor)
                        .about(journal(spent, JournalKind.CAPTURE))
                        .because(List.of(
                                Reason.of("redemption", 1, spent.captured(), "released"),
                                Reason.of("redemption", 1, 0, "adjusted", reason)))
                        .giveBack(used, Account.accepted(spent.partner()), Account.member(member))
                        .pay(refund(spent), account(spent.partner()), Account.pool()));
        return finish(spent.as(Redemption.Status.REVERSED, spent.captured(), spent.value()), books);
    }

    /** Where a redemption stands: after a lost answer. */
    public RedemptionOutcome status(PartnerId partner, long id) {
        return redemptions
                .find(partner, id)
                .<RedemptionOutcome>map(
                        r -> new RedemptionOutcome.Done(r, ledger.balance(r.member()), true))
                .orElseGet(RedemptionOutcome.NotFound::new);
    }

    /** Gives back holds that nobody captured in time; says how many. */
    public int releaseTimedOut() {
        List<Redemption> late = redemptions.timedOut(clock.now(), 100);
        late.forEach(r -> step(
                r.partner(),
                r.id(),
                (held, books) -> held.status() == Redemption.Status.HELD
                        ? release(held, Redemption.Status.EXPIRED, books, "hub")
                        : again(held)));
        return late.size();
    }

    @FunctionalInterface
    private interface Step {
        RedemptionOutcome take(Redemption current, Books books);
    }

    private RedemptionOutcome step(PartnerId partner, long id, Step step) {
        Optional<Redemption> seen = redemptions.find(partner, id);
        if (seen.isEmpty()) {
            return new RedemptionOutcome.NotFound();
        }
        Books books = ledger.open(List.of(seen.get().member()));
        return step.take(redemptions.locked(seen.get()), books);
    }

    private RedemptionOutcome finish(Redemption after, Books books) {
        long balance = books.account(after.member()).active();
        ledger.write(books, redemptions.update(after, balance));
        return new RedemptionOutcome.Done(after, balance, false);
    }

    private JournalRef journal(Redemption redemption, JournalKind kind) {
        return ledger.find(redemption.partner(), kind, redemption.key(), redemption.businessDate())
                .orElseThrow();
    }

    private static JournalDraft draft(JournalKind kind, Redemption r, Instant happenedAt) {
        return new JournalDraft(kind, r.partner(), r.key(), r.businessDate(), happenedAt)
                .of(r.member())
                .at(r.receipt().outlet());
    }

    private List<Reason> why(Redemption r, String key) {
        String where =
                rulebook.of(r.partner(), clock.now()).orElseThrow().partner().code();
        return List.of(Reason.of("redemption", 1, 0, key, where));
    }

    private Money refund(Redemption r) {
        return rulebook.of(r.partner(), clock.now())
                .flatMap(rules -> rules.on(r.businessDate()))
                .orElseThrow()
                .refund(r.captured(), r.value().currency());
    }

    /** What an acceptor gets is money on its bill, also where its own issuing is prepaid. */
    private static Account account(PartnerId acceptor) {
        return Account.money(acceptor, false);
    }

    private static RedemptionOutcome refused(RefusalReason reason, String field, String detail) {
        return new RedemptionOutcome.Refused(new Refusal(reason, field, detail));
    }

    private static Optional<Refusal> no(RefusalReason reason, String field, String detail) {
        return Optional.of(new Refusal(reason, field, detail));
    }
}
