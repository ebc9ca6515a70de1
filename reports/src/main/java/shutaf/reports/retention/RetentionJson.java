package shutaf.reports.retention;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Summary, cohort matrix and the members' figures as JSON for other programs. Nothing but numbers,
 * codes and ISO dates is in it, so nothing needs escaping. A rate that has no base is null, not
 * zero.
 */
public final class RetentionJson {

    private RetentionJson() {}

    /** One object: {@code summary}, {@code cells}, then the members' figures; line end LF. */
    public static String of(RetentionReport report) {
        RetentionFigures figures = report.figures();
        String cells = figures.cells().stream()
                .map(RetentionJson::cell)
                .collect(Collectors.joining(",\n    "));
        return "{\n  \"summary\": " + summary(figures.summary()) + ",\n  \"cells\": [\n    " + cells
                + "\n  ],\n" + MemberFiles.json(report) + "\n}\n";
    }

    private static String summary(RetentionSummary s) {
        return String.format(
                Locale.ROOT,
                """
                {
                    "customers": %d,
                    "customer_days": %d,
                    "obs_start": "%s",
                    "obs_end": "%s",
                    "repeat_customers": %d,
                    "repeat_rate_all": %s,
                    "eligible_90d": %d,
                    "repeat_90d": %d,
                    "repeat_rate_90d": %s
                  }""",
                s.customers(),
                s.customerDays(),
                s.obsStart(),
                s.obsEnd(),
                s.repeatCustomers(),
                rate(s.repeatRateAll()),
                s.eligible90d(),
                s.repeat90d(),
                rate(s.repeatRate90d()));
    }

    private static String cell(CohortCell cell) {
        return String.format(
                Locale.ROOT,
                "{\"cohort\": \"%s\", \"k\": %d, \"active\": %d, \"size\": %d, \"rate\": %s}",
                cell.cohort(),
                cell.k(),
                cell.active(),
                cell.size(),
                rate(cell.rate()));
    }

    private static String rate(double rate) {
        return Double.isFinite(rate) ? Double.toString(rate) : "null";
    }
}
