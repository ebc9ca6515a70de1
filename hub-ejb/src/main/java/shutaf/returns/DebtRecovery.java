package shutaf.returns;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.accrual.PartnerRules;
import shutaf.accrual.Rulebook;
import shutaf.ledger.Account;
import shutaf.ledger.Books;
import shutaf.ledger.JournalDraft;
import shutaf.ledger.JournalKind;
import shutaf.ledger.JournalRef;
import shutaf.ledger.Ledger;
import shutaf.ledger.LotDebit;
import shutaf.ledger.LotKey;
import shutaf.platform.HubClock;
import shutaf.platform.Sql;
import shutaf.shared.BusinessDay;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;
import shutaf.shared.Reason;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Debts after returns: who owes how much to whom, and settling them with what is earned later. */
@ApplicationScoped
public class DebtRecovery {
    @Inject
    private Sql sql;

    @Inject
    private Ledger ledger;

    @Inject
    private Rulebook rulebook;

    @Inject
    private HubClock clock;

    private record Debt(PartnerId partner, long owed) {}

    /**
     * Notes that the member owes points for a return at that partner; the journal with the posting
     * is the caller's.
     */
    void owe(MemberId member, PartnerId partner, long points) {
        if (points > 0) {
            sql.run("""
                    insert into recovery_debt (member_id, partner_id, owed) values (?, ?, ?)
                    on conflict (member_id, partner_id) do update set owed = recovery_debt.owed +
                        excluded.owed""", member.value(), partner.value(), points);
        }
    }

    /**
     * Settles debts with points that were just earned; the partner who was waiting gets their price
     * back.
     *
     * @param earned lot into which the points went
     * @param points how many of them there are
     * @param cause the journal that earned them
     * @return reasons to show beside the earning; empty when nothing is owed
     */
    public List<Reason> settle(
            Books books, LotKey earned, long points, JournalRef cause, Instant happenedAt) {
        MemberId member = earned.member();
        if (books.account(member).debt() == 0 || points == 0) {
            return List.of();
        }
        List<Reason> reasons = new ArrayList<>();
        long left = points;
        for (Debt debt : debts(member)) {
            long paid = Math.min(left, debt.owed);
            if (paid > 0) {
                Reason why = Reason.of("debt", 1, -paid, "debt");
                post(books, earned, paid, debt.partner, cause, happenedAt, why);
                reasons.add(why);
                left -= paid;
            }
        }
        return reasons;
    }

    private void post(
            Books books,
            LotKey lot,
            long paid,
            PartnerId creditor,
            JournalRef cause,
            Instant at,
            Reason why) {
        sql.run(
                "update recovery_debt set owed = owed - ? where member_id = ? and partner_id = ?",
                paid,
                lot.member().value(),
                creditor.value());
        PartnerRules rules = rulebook.of(creditor, clock.now()).orElseThrow();
        LocalDate day = BusinessDay.of(at);
        ledger.post(
                books,
                new JournalDraft(JournalKind.ADJUSTMENT, creditor, "debt/" + cause, day, at)
                        .of(lot.member())
                        .about(cause)
                        .because(List.of(why))
                        .take(
                                List.of(new LotDebit(lot, paid)),
                                Account.member(lot.member()),
                                Account.debt(lot.member()))
                        .pay(
                                rules.on(day)
                                        .orElseThrow()
                                        .price(paid, rulebook.programme().currency()),
                                Account.pool(),
                                Account.money(creditor, rules.partner().prepaid())));
    }

    private List<Debt> debts(MemberId member) {
        return sql.all(
                """
                select partner_id, owed from recovery_debt
                where member_id = ? and owed > 0 order by partner_id
                """, r -> new Debt(new PartnerId(r.getInt(1)), r.getLong(2)), member.value());
    }
}
