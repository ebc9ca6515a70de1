package shutaf.settlement;

/** What one line of a statement is; each kind has its own row in the summary. */
public enum LineKind {
    /** Points that the partner gave to members. */
    ACCRUAL(Nature.POINTS_ISSUED),
    /** Points that came back from an accrual, for example after a return of goods. */
    CLAWBACK(Nature.POINTS_ISSUED),
    /** Points of the partner's own issue that it accepted. */
    REDEMPTION_OWN(Nature.REDEMPTIONS),
    /** Points of another partner's issue that it accepted. */
    REDEMPTION_FOREIGN(Nature.REDEMPTIONS),
    /** A redemption that was taken back. */
    REDEMPTION_REVERSAL(Nature.REDEMPTIONS),
    /** A points pack that the partner bought. */
    PACK(Nature.PACKS),
    /** A correction by hand, with a reason in its journal. */
    ADJUSTMENT(Nature.ADJUSTMENTS);

    private final Nature nature;

    LineKind(Nature nature) {
        this.nature = nature;
    }

    /** The invoice line that money of this kind belongs to. */
    public Nature nature() {
        return nature;
    }

    /** Kinds of money that stand on one invoice line with one VAT rate. */
    public enum Nature {
        POINTS_ISSUED,
        REDEMPTIONS,
        PACKS,
        ADJUSTMENTS
    }
}
