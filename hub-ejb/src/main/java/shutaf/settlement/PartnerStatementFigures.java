package shutaf.settlement;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A partner statement as plain figures: same figures, same paper. The lines themselves are not here
 * (a supermarket has millions a month): they are in the line file, whose number of lines and last
 * hash stand here and on the paper.
 *
 * <p>All points and money carry the partner's sign: plus is in its favour. The reader adds up the
 * very lines that it writes into the line file, so that the two cannot disagree.
 *
 * @param header whose, which, when
 * @param opening position before the first line
 * @param movements sums per kind; a kind without lines may be absent
 * @param accrualsByOutlet accruals per outlet code
 * @param accrualsByDay accruals per day of purchase in the programme's zone
 * @param vat the VAT rates
 * @param lineFileHash last hash of the line file, 64 hexadecimal digits
 */
public record PartnerStatementFigures(
        StatementHeader header,
        PartnerPosition opening,
        Map<LineKind, Movement> movements,
        SortedMap<String, Movement> accrualsByOutlet,
        SortedMap<LocalDate, Movement> accrualsByDay,
        VatTerms vat,
        String lineFileHash) {

    /** Keeps copies and refuses figures whose parts do not add up to their whole. */
    public PartnerStatementFigures {
        EnumMap<LineKind, Movement> sums = new EnumMap<>(LineKind.class);
        sums.putAll(movements);
        movements = Collections.unmodifiableMap(sums);
        accrualsByOutlet = Collections.unmodifiableSortedMap(new TreeMap<>(accrualsByOutlet));
        accrualsByDay = Collections.unmodifiableSortedMap(new TreeMap<>(accrualsByDay));
        Movement accruals = movements.getOrDefault(LineKind.ACCRUAL, Movement.NONE);
        refuseUnequal("outlets", sum(accrualsByOutlet), accruals);
        refuseUnequal("days", sum(accrualsByDay), accruals);
    }

    private static void refuseUnequal(String parts, Movement sum, Movement whole) {
        if (!sum.equals(whole)) {
            throw new IllegalArgumentException(
                    "accruals by " + parts + " are " + sum + ", accruals are " + whole);
        }
    }

    private static Movement sum(Map<?, Movement> parts) {
        return parts.values().stream().reduce(Movement.NONE, Movement::plus);
    }

    /** The sum of one kind, none when it has no lines. */
    public Movement of(LineKind kind) {
        return movements.getOrDefault(kind, Movement.NONE);
    }

    /** All lines together. */
    public Movement net() {
        return sum(movements);
    }

    /** Position after the last line. */
    public PartnerPosition closing() {
        return opening.after(net());
    }

    /** Money of one invoice line, signed, minor units, without VAT. */
    public long netMinor(LineKind.Nature nature) {
        long sum = 0;
        for (LineKind kind : LineKind.values()) {
            if (kind.nature() == nature) {
                sum = Math.addExact(sum, of(kind).moneyMinor());
            }
        }
        return sum;
    }

    /** VAT of one invoice line, signed, minor units. */
    public long vatMinor(LineKind.Nature nature) {
        return vat.on(nature, netMinor(nature));
    }

    /** VAT of all invoice lines, signed, minor units. */
    public long vatMinor() {
        long sum = 0;
        for (LineKind.Nature nature : LineKind.Nature.values()) {
            sum = Math.addExact(sum, vatMinor(nature));
        }
        return sum;
    }
}
