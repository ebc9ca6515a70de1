package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** What partners are answered about their statements; plus is in the partner's favour. */
public final class StatementAnswers {
    private StatementAnswers() {}

    /**
     * A statement on the list.
     *
     * @param number the same in all versions
     * @param version 1 for the first issue; a correction is a new version
     * @param status DRAFT while its month is open, then ISSUED: it never changes again
     * @param from first processed day
     * @param to last processed day, inclusive
     * @param issuedOn when it was issued; absent for a draft
     * @param currency ISO 4217 code of its money
     */
    @Schema(name = "StatementHead")
    public record Head(
            @Schema(required = true, examples = "SUPER-2026-10")
            String number,

            @Schema(required = true) int version,

            @Schema(
                    required = true,
                    enumeration = {"DRAFT", "ISSUED"})
            String status,

            @Schema(required = true, format = "date") String from,
            @Schema(required = true, format = "date") String to,
            @Schema(format = "date") String issuedOn,
            @Schema(required = true) String currency) {}

    /**
     * The partner's statements.
     *
     * @param statements the latest period first
     */
    @Schema(name = "Statements")
    public record All(@Schema(required = true) List<Head> statements) {}

    /**
     * Where the partner stands at one end of the period.
     *
     * @param points bought and accepted points, less issued ones
     * @param money the same in major units, without VAT
     */
    @Schema(name = "StatementPosition")
    public record Standing(
            @Schema(required = true) long points,
            @Schema(required = true) String money) {}

    /**
     * All movements of one kind.
     *
     * @param kind ACCRUAL, CLAWBACK, REDEMPTION_OWN, REDEMPTION_FOREIGN, REDEMPTION_REVERSAL, PACK
     *     or ADJUSTMENT
     * @param lines how many lines of the line file
     * @param points signed sum
     * @param money signed sum in major units, without VAT
     */
    @Schema(name = "StatementMovement")
    public record Sum(
            @Schema(required = true) String kind,
            @Schema(required = true) long lines,
            @Schema(required = true) long points,
            @Schema(required = true) String money) {}

    /**
     * One statement.
     *
     * @param statement whose, which, of which days
     * @param opening before its first line
     * @param closing after its last line
     * @param movements what lies between them, one sum for each kind that has lines
     * @param vat VAT on the net, in major units
     * @param lineFileHash last hash of the line file
     * @param pdf address of the paper
     * @param lines address of the line file
     */
    @Schema(name = "Statement")
    public record One(
            @Schema(required = true) Head statement,
            @Schema(required = true) Standing opening,
            @Schema(required = true) Standing closing,
            @Schema(required = true) List<Sum> movements,
            @Schema(required = true) String vat,
            @Schema(required = true) String lineFileHash,
            @Schema(required = true) String pdf,
            @Schema(required = true) String lines) {}
}
