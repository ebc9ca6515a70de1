package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** What partners are answered about members and about themselves. */
public final class MemberAnswers {
    private MemberAnswers() {}

    /**
     * A member who was enrolled, or was one already.
     *
     * @param memberId the account
     * @param maskedName first letters only
     * @param balance spendable points
     * @param pending points that cannot be spent yet
     * @param tier the tier's code
     */
    @Schema(name = "Enrolled")
    public record Enrolled(
            @Schema(required = true) String memberId,
            @Schema(required = true) String maskedName,
            @Schema(required = true) long balance,
            @Schema(required = true) long pending,
            @Schema(required = true) String tier) {}

    /**
     * A member as a till sees them.
     *
     * @param memberId the account
     * @param maskedName first letters only
     * @param status ACTIVE, or BLOCKED: they can neither earn nor spend
     * @param tier the tier's code
     * @param balance spendable points
     * @param rewards what they can get for their points now
     */
    @Schema(name = "MemberAtTill")
    public record AtTill(
            @Schema(required = true) String memberId,
            @Schema(required = true) String maskedName,

            @Schema(
                    required = true,
                    enumeration = {"ACTIVE", "BLOCKED"})
            String status,

            @Schema(required = true) String tier,
            @Schema(required = true) long balance,
            @Schema(required = true) List<Reward> rewards) {}

    /**
     * Something to spend points on.
     *
     * @param type MONEY_OFF: points count as money at the till
     * @param points what it takes
     * @param value what it gives, in major units
     * @param currency ISO 4217 code of the value
     */
    @Schema(name = "Reward")
    public record Reward(
            @Schema(required = true, enumeration = "MONEY_OFF")
            String type,

            @Schema(required = true) long points,
            @Schema(required = true) String value,
            @Schema(required = true) String currency) {}

    /**
     * All points of a member, of every issuer.
     *
     * @param memberId the account
     * @param active spendable
     * @param pending not spendable yet
     * @param nextExpiries the next days on which points end
     */
    @Schema(name = "Balance")
    public record Balance(
            @Schema(required = true) String memberId,
            @Schema(required = true) long active,
            @Schema(required = true) long pending,
            @Schema(required = true) List<Expiry> nextExpiries) {}

    /**
     * Points that end on a day.
     *
     * @param expiresOn last day on which they can be spent
     * @param points how many
     */
    @Schema(name = "Expiry")
    public record Expiry(
            @Schema(required = true, format = "date") String expiresOn,
            @Schema(required = true) long points) {}

    /**
     * One event of the partner's with a member.
     *
     * @param journalId number in the books
     * @param kind such as ACCRUAL or CAPTURE
     * @param outlet where, if it happened somewhere
     * @param key receipt or other business key
     * @param happenedAt when
     * @param points effect on the member's points, signed
     * @param reasons why
     */
    @Schema(name = "JournalEntry")
    public record Entry(
            @Schema(required = true) String journalId,
            @Schema(required = true) String kind,
            String outlet,
            @Schema(required = true) String key,
            @Schema(required = true, format = "date-time") String happenedAt,
            @Schema(required = true) long points,
            @Schema(required = true) List<Answers.Reason> reasons) {}

    /**
     * Some of the events, newest first.
     *
     * @param entries the events
     * @param next what to pass as {@code after} to read on; absent at the end
     */
    @Schema(name = "JournalPage")
    public record Page(@Schema(required = true) List<Entry> entries, String next) {}

    /**
     * Where the partner stands: its pack or bill so far.
     *
     * @param issued points it has issued
     * @param clawedBack points that its returns brought back
     * @param accepted points spent with it
     * @param reversed points spent with it and given back
     * @param issuedCost what it pays for issued points, less what returns brought back
     * @param refunds what it receives for accepted points, less reversals
     * @param packPoints points it bought in packs; absent for a partner that is billed
     * @param packPointsLeft of these, not issued yet; below zero on overdraft
     * @param dueToPartner what the programme owes it; below zero when it owes
     * @param currency ISO 4217 code of the amounts
     */
    @Schema(name = "Position")
    public record OfPartner(
            @Schema(required = true) long issued,
            @Schema(required = true) long clawedBack,
            @Schema(required = true) long accepted,
            @Schema(required = true) long reversed,
            @Schema(required = true) String issuedCost,
            @Schema(required = true) String refunds,
            Long packPoints,
            Long packPointsLeft,
            @Schema(required = true) String dueToPartner,
            @Schema(required = true) String currency) {}
}
