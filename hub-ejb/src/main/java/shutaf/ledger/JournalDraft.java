package shutaf.ledger;

import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;
import shutaf.shared.Reason;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A business event on its way into the books: who, when, why, and what moves. */
public final class JournalDraft {
    private final JournalKind kind;
    private final PartnerId partner;
    private final String businessKey;
    private final LocalDate businessDate;
    private final Instant happenedAt;
    private final List<Posting> postings = new ArrayList<>();
    private final Map<LotKey, Long> traces = new LinkedHashMap<>();
    private Optional<MemberId> member = Optional.empty();
    private Optional<String> outlet = Optional.empty();
    private Optional<JournalRef> refersTo = Optional.empty();
    private List<Reason> reasons = List.of();
    private String actor = "hub";
    private long qualifying;

    /**
     * Begins a journal.
     *
     * @param kind what happened
     * @param partner where
     * @param businessKey receipt or other natural key; unique with partner, kind and business date
     * @param businessDate day whose rates apply
     * @param happenedAt business time
     */
    public JournalDraft(
            JournalKind kind,
            PartnerId partner,
            String businessKey,
            LocalDate businessDate,
            Instant happenedAt) {
        this.kind = kind;
        this.partner = partner;
        this.businessKey = businessKey;
        this.businessDate = businessDate;
        this.happenedAt = happenedAt;
    }

    /** Whose points it is about. */
    public JournalDraft of(MemberId whose) {
        member = Optional.of(whose);
        return this;
    }

    /** At which outlet. */
    public JournalDraft at(String where) {
        outlet = Optional.of(where);
        return this;
    }

    /** Who did it: a client, a person, or the hub itself. */
    public JournalDraft by(String who) {
        actor = who;
        return this;
    }

    /** Which earlier journal it corrects or continues. */
    public JournalDraft about(JournalRef earlier) {
        refersTo = Optional.of(earlier);
        return this;
    }

    /** Why. */
    public JournalDraft because(List<Reason> why) {
        reasons = List.copyOf(why);
        return this;
    }

    /** Changes what counts for tiers; spending never does. */
    public JournalDraft qualifying(long points) {
        qualifying = points;
        return this;
    }

    /** Puts points into a lot; zero moves nothing. */
    public JournalDraft credit(Account from, LotKey lot, long points) {
        if (points > 0) {
            postings.add(Posting.credit(from, lot, points));
        }
        return this;
    }

    /** Takes points out of lots: one trace for each, one posting for all. */
    public JournalDraft take(List<LotDebit> debits, Account from, Account to) {
        move(LotDebit.total(debits), from, to);
        debits.forEach(d -> traces.merge(d.lot(), d.points(), Math::addExact));
        return this;
    }

    /** Gives points back to the lots they were taken from. */
    public JournalDraft giveBack(List<LotDebit> credits, Account from, Account to) {
        move(LotDebit.total(credits), from, to);
        credits.forEach(d -> traces.merge(d.lot(), -d.points(), Math::addExact));
        return this;
    }

    /** Turns points of a pending lot into spendable ones. */
    public JournalDraft activate(LotDebit pending, LotKey spendable) {
        traces.merge(pending.lot(), pending.points(), Math::addExact);
        return credit(Account.pending(pending.lot().member()), spendable, pending.points());
    }

    /**
     * Moves points that belong to no open lot, for example from held to accepted; zero moves
     * nothing.
     */
    public JournalDraft move(long points, Account from, Account to) {
        if (points > 0) {
            postings.add(Posting.points(from, to, points));
        }
        return this;
    }

    /** Moves money beside the points; zero moves nothing. */
    public JournalDraft pay(Money money, Account from, Account to) {
        if (money.minor() > 0) {
            postings.add(new Posting(money.currency(), from, to, money.minor(), Optional.empty()));
        }
        return this;
    }

    JournalKind kind() {
        return kind;
    }

    PartnerId partner() {
        return partner;
    }

    String businessKey() {
        return businessKey;
    }

    LocalDate businessDate() {
        return businessDate;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    Optional<MemberId> member() {
        return member;
    }

    Optional<String> outlet() {
        return outlet;
    }

    Optional<JournalRef> refersTo() {
        return refersTo;
    }

    List<Reason> reasons() {
        return reasons;
    }

    String actor() {
        return actor;
    }

    long qualifying() {
        return qualifying;
    }

    List<Posting> postings() {
        return postings;
    }

    Map<LotKey, Long> traces() {
        return traces;
    }
}
