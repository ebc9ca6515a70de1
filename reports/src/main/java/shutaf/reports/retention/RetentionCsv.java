package shutaf.reports.retention;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The cohort matrix as CSV, one cell a line, in the columns and digits of the reference files, so
 * that anyone can compare ours with another program's by a plain text comparison. There is no text
 * from outside in it, so nothing can run as a formula.
 */
public final class RetentionCsv {

    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

    private RetentionCsv() {}

    /** The matrix with its heading; line end LF. */
    public static String of(RetentionFigures figures) {
        StringBuilder csv = new StringBuilder("cohort,k,active,size,rate\n");
        for (CohortCell cell : figures.cells()) {
            csv.append(cell.cohort()).append(',');
            csv.append(cell.k()).append(',');
            csv.append(cell.active()).append(',');
            csv.append(cell.size()).append(',');
            csv.append(rate(cell)).append('\n');
        }
        return csv.toString();
    }

    /** What C's and R's {@code %.15g} write for the same double. */
    private static String rate(CohortCell cell) {
        return new BigDecimal(cell.rate())
                .round(FIFTEEN_DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }
}
