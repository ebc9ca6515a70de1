package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** What partners are answered. Absent fields have nothing to say. */
public final class Answers {
    private Answers() {}

    /**
     * Why points were given, withheld or taken.
     *
     * @param rule name of the rule
     * @param version its version at that time
     * @param points effect of this rule, 0 when it only explains
     * @param text a sentence in the language that was asked for
     * @param line the receipt's line it speaks of; absent for the whole receipt
     */
    @Schema(name = "Reason")
    public record Reason(
            @Schema(required = true) String rule,
            @Schema(required = true) int version,
            @Schema(required = true) long points,
            @Schema(required = true) String text,
            Integer line) {}

    /**
     * What became of a purchase.
     *
     * @param journalId number in the books; absent while nobody has claimed it
     * @param status ACCRUED, or UNCLAIMED when nobody is known by its identifier
     * @param points all points earned
     * @param pendingPoints of these, not spendable yet
     * @param balance spendable points after it; absent while unclaimed
     * @param reasons why
     */
    @Schema(name = "PurchaseAnswer")
    public record OfPurchase(
            String journalId,

            @Schema(
                    required = true,
                    enumeration = {"ACCRUED", "UNCLAIMED"})
            String status,

            @Schema(required = true) long points,
            @Schema(required = true) long pendingPoints,
            Long balance,
            @Schema(required = true) List<Reason> reasons) {}

    /**
     * What became of one purchase of a batch.
     *
     * @param index place in the batch, from 0
     * @param status ACCRUED, UNCLAIMED or REFUSED
     * @param journalId number in the books, when it was accrued
     * @param points all points earned, when it was accrued
     * @param replayed true when it had been taken in before
     * @param code why it was refused
     * @param detail what is wrong and what to do
     * @param field the offending field, if it is one
     */
    @Schema(name = "BatchItem")
    public record OfBatchItem(
            @Schema(required = true) int index,

            @Schema(
                    required = true,
                    enumeration = {"ACCRUED", "UNCLAIMED", "REFUSED"})
            String status,

            String journalId,
            Long points,
            Boolean replayed,
            String code,
            String detail,
            String field) {}

    /**
     * What became of a batch.
     *
     * @param results in the order of the batch
     */
    @Schema(name = "BatchAnswer")
    public record OfBatch(@Schema(required = true) List<OfBatchItem> results) {}

    /**
     * What became, or would become, of a return.
     *
     * @param journalId number in the books; absent in a preview and when the sale had earned
     *     nothing
     * @param status RETURNED, PREVIEW, or WAITING for a sale that has not arrived yet
     * @param pointsBack points that come back in all
     * @param alreadySpent of these, no longer in the lot of the sale
     * @param owed of these, not to be had now
     * @param balance spendable points after it; absent while waiting
     * @param reasons why
     */
    @Schema(name = "ReturnAnswer")
    public record OfReturn(
            String journalId,

            @Schema(
                    required = true,
                    enumeration = {"RETURNED", "PREVIEW", "WAITING"})
            String status,

            @Schema(required = true) long pointsBack,
            @Schema(required = true) long alreadySpent,
            @Schema(required = true) long owed,
            Long balance,
            @Schema(required = true) List<Reason> reasons) {}

    /**
     * Where a redemption stands.
     *
     * @param redemptionId its number
     * @param status HELD, CAPTURED, VOIDED, EXPIRED or REVERSED
     * @param points held, or captured once it is
     * @param value what these points are worth, in major units
     * @param currency ISO 4217 code of the value
     * @param expiresAt when an uncaptured hold is given back
     * @param balance spendable points of the member
     */
    @Schema(name = "RedemptionAnswer")
    public record OfRedemption(
            @Schema(required = true) String redemptionId,

            @Schema(
                    required = true,
                    enumeration = {"HELD", "CAPTURED", "VOIDED", "EXPIRED", "REVERSED"})
            String status,

            @Schema(required = true) long points,
            @Schema(required = true) String value,
            @Schema(required = true) String currency,
            @Schema(required = true, format = "date-time") String expiresAt,
            @Schema(required = true) long balance) {}
}
