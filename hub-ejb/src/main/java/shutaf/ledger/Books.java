package shutaf.ledger;

import shutaf.shared.MemberId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The books of some members, open for one transaction: their balances are locked, journals are
 * applied one after the other, and all of it is written at the end in a few statements.
 */
public final class Books {
    private static final Set<Account.Kind> MEMBERS_OWN =
            Set.of(Account.Kind.MEMBER, Account.Kind.PENDING, Account.Kind.HELD, Account.Kind.DEBT);

    private final Map<MemberId, MemberAccount> accounts = new TreeMap<>();
    private final List<Written> journals = new ArrayList<>();
    private final Map<LotKey, Long> credits = new HashMap<>();
    private final Map<LotKey, Long> debits = new HashMap<>();

    record Written(JournalRef ref, JournalDraft draft) {}

    Books(List<MemberAccount> locked) {
        locked.forEach(a -> accounts.put(a.member(), a));
    }

    /** The member's balances as they stand after the journals so far. */
    public MemberAccount account(MemberId member) {
        MemberAccount account = accounts.get(member);
        if (account == null) {
            throw new IllegalStateException(
                    "member " + member.value() + " is not open in these books");
        }
        return account;
    }

    void apply(JournalRef ref, JournalDraft draft) {
        for (Posting posting : draft.postings()) {
            if (posting.unit().equals(Posting.POINTS)) {
                move(posting.from(), -posting.amount());
                move(posting.to(), posting.amount());
            }
            posting.credits()
                    .ifPresent(lot -> credits.merge(lot, posting.amount(), Math::addExact));
        }
        draft.traces().forEach((lot, points) -> debits.merge(lot, points, Math::addExact));
        draft.member().ifPresent(m -> account(m).qualify(draft.qualifying()));
        journals.add(new Written(ref, draft));
    }

    private void move(Account account, long points) {
        if (MEMBERS_OWN.contains(account.kind())) {
            account(new MemberId(account.owner())).add(account.kind(), points);
        }
    }

    List<MemberAccount> touched() {
        return accounts.values().stream().filter(MemberAccount::touched).toList();
    }

    List<Written> journals() {
        return journals;
    }

    /** Points that go into lots. */
    Map<LotKey, Long> credits() {
        return credits;
    }

    /** Points that leave lots; below zero where more is given back than taken. */
    Map<LotKey, Long> debits() {
        return debits;
    }
}
