package shutaf.settlement;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * One movement of a partner's position. Signs are the partner's: plus is in its favour. An accrual
 * has minus points and minus money, a redemption that the partner accepted has plus of both.
 *
 * <p>A journal gives several lines when one redemption takes the partner's own and others' points.
 *
 * @param journalId the journal of the ledger
 * @param recorded when the hub wrote it; decides the period
 * @param happened when it happened at the till; decides the day it is counted under
 * @param kind what it is
 * @param outlet the partner's code of the outlet; empty when there is none
 * @param receipt the partner's receipt number; empty when there is none
 * @param points whole points, signed
 * @param moneyMinor money in minor units of the statement's currency, signed, without VAT
 */
public record StatementLine(
        String journalId,
        Instant recorded,
        Instant happened,
        LineKind kind,
        String outlet,
        String receipt,
        long points,
        long moneyMinor) {

    private static final Pattern JOURNAL_ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /**
     * Refuses missing parts, and a journal id that would need quoting in the line file; texts of
     * the partner may be empty but not absent.
     */
    public StatementLine {
        if (!JOURNAL_ID.matcher(journalId).matches()) {
            throw new IllegalArgumentException("journal id " + journalId);
        }
        Objects.requireNonNull(recorded, "recorded");
        Objects.requireNonNull(happened, "happened");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(outlet, "outlet");
        Objects.requireNonNull(receipt, "receipt");
    }

    /** A part of the line, when one journal gives several. */
    StatementLine part(LineKind ofKind, long ofPoints, long ofMoney) {
        return new StatementLine(
                journalId, recorded, happened, ofKind, outlet, receipt, ofPoints, ofMoney);
    }
}
