package shutaf.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.accrual.EarnedPoints;
import shutaf.accrual.PartnerRules;
import shutaf.ledger.Account;
import shutaf.ledger.Books;
import shutaf.ledger.Funding;
import shutaf.ledger.JournalDraft;
import shutaf.ledger.JournalKind;
import shutaf.ledger.JournalRef;
import shutaf.ledger.Ledger;
import shutaf.ledger.LotKey;
import shutaf.partner.Terms;
import shutaf.purchase.Purchase;
import shutaf.returns.DebtRecovery;
import shutaf.shared.BusinessDay;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;
import shutaf.shared.Reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Turns earned points into a journal: the member's lots and the partner's money side by side. */
@ApplicationScoped
class Accruals {
    @Inject
    private Ledger ledger;

    @Inject
    private DebtRecovery debts;

    /**
     * What was posted.
     *
     * @param journal the accrual
     * @param points all points earned
     * @param pending points of it that cannot be spent yet
     * @param balance spendable points after it
     * @param reasons of the points, and of a debt that they settled
     */
    record Posted(
            JournalRef journal, long points, long pending, long balance, List<Reason> reasons) {}

    /**
     * How a purchase came to its member.
     *
     * @param rules of its partner
     * @param actor the door it came through, or the person who gave it to the member later
     */
    record Door(PartnerRules rules, String actor) {}

    Posted post(Books books, Purchase p, MemberId member, EarnedPoints earned, Door door) {
        PartnerRules rules = door.rules();
        PartnerId issuer = p.partner();
        LocalDate day = p.receipt().businessDate();
        Terms terms = rules.on(day).orElseThrow();
        List<Reason> reasons = new ArrayList<>(earned.reasons());
        LocalDate activates = day.plusDays(terms.pendingDays());
        boolean pending = terms.pendingDays() > 0;
        if (pending && earned.total() > 0) {
            reasons.add(Reason.of("base", 1, 0, "pending", activates.toString()));
        }
        LotKey base = lot(member, issuer, Funding.BASE, terms, day);
        JournalDraft journal = new JournalDraft(
                        JournalKind.ACCRUAL, issuer, p.receipt().toString(), day, p.happenedAt())
                .of(member)
                .at(p.receipt().outlet())
                .by(door.actor())
                .because(reasons)
                .qualifying(pending ? 0 : earned.total())
                .credit(Account.issued(issuer), base, earned.base())
                .credit(
                        Account.issued(issuer),
                        lot(member, issuer, Funding.BONUS, terms, day),
                        earned.bonus())
                .pay(
                        terms.price(earned.total(), p.total().currency()),
                        Account.money(issuer, rules.partner().prepaid()),
                        Account.pool());
        JournalRef ref = ledger.post(books, journal);
        if (!pending) {
            reasons.addAll(debts.settle(books, base, earned.base(), ref, p.happenedAt()));
        }
        return new Posted(
                ref,
                earned.total(),
                pending ? earned.total() : 0,
                books.account(member).active(),
                List.copyOf(reasons));
    }

    private static LotKey lot(
            MemberId member, PartnerId issuer, Funding funding, Terms terms, LocalDate day) {
        return terms.pendingDays() > 0
                ? LotKey.pending(member, issuer, funding, day.plusDays(terms.pendingDays()))
                : LotKey.spendable(
                        member,
                        issuer,
                        funding,
                        BusinessDay.lastDayAfterMonths(day, terms.expiryMonths()));
    }
}
