package shutaf.ledger;

import shutaf.shared.MemberId;

/**
 * A member's balances while their row is locked. They follow the postings: nobody sets them, and a
 * posting that would bring one below zero is refused.
 */
public final class MemberAccount {
    private final MemberId member;
    private long active;
    private long pending;
    private long held;
    private long debt;
    private long qualifying;
    private boolean touched;

    MemberAccount(
            MemberId member, long active, long pending, long held, long debt, long qualifying) {
        this.member = member;
        this.active = active;
        this.pending = pending;
        this.held = held;
        this.debt = debt;
        this.qualifying = qualifying;
    }

    /** Whose. */
    public MemberId member() {
        return member;
    }

    /** Points that may be spent. */
    public long active() {
        return active;
    }

    /** Points that may not be spent yet. */
    public long pending() {
        return pending;
    }

    /** Points that a till has set aside. */
    public long held() {
        return held;
    }

    /** Points owed after a return. */
    public long debt() {
        return debt;
    }

    /** Points that count for tiers. */
    public long qualifying() {
        return qualifying;
    }

    boolean touched() {
        return touched;
    }

    void add(Account.Kind kind, long points) {
        touched = true;
        switch (kind) {
            case MEMBER -> active = notBelowZero(active, points);
            case PENDING -> pending = notBelowZero(pending, points);
            case HELD -> held = notBelowZero(held, points);
            case DEBT -> debt = notBelowZero(debt, -points);
            default -> throw new IllegalArgumentException(kind + " is no account of a member");
        }
    }

    void qualify(long points) {
        qualifying = Math.addExact(qualifying, points);
        touched |= points != 0;
    }

    private long notBelowZero(long balance, long points) {
        long after = Math.addExact(balance, points);
        if (after < 0) {
            throw new IllegalStateException("member " + member.value() + " would fall to " + after);
        }
        return after;
    }
}
