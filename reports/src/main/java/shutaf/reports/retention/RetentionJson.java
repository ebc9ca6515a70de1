package shutaf.reports.retention;

import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Summary, cohort matrix and the members' figures as JSON for other programs. Nothing but numbers,
 * codes, ISO dates and addresses is in it, so nothing needs escaping. A rate that has no base is
 * null, not zero. Beside a figure stands the address of its members' list, where there is one,
 * under the figure's name with {@code _url}.
 */
public final class RetentionJson {

    private RetentionJson() {}

    /** One object: {@code summary}, {@code cells}, then the members' figures; line end LF. */
    public static String of(RetentionReport report) {
        RetentionFigures figures = report.figures();
        RetentionLinks links = RetentionLinks.ofFiles(report);
        String cells = figures.cells().stream()
                .map(cell -> cell(cell, links))
                .collect(Collectors.joining(",\n    "));
        return "{\n  \"summary\": " + summary(figures.summary(), links) + ",\n  \"cells\": [\n    "
                + cells + "\n  ],\n" + MemberFiles.json(report) + "\n}\n";
    }

    private static String summary(RetentionSummary s, RetentionLinks links) {
        return String.format(
                Locale.ROOT,
                """
                {
                    "customers": %d,%s
                    "customer_days": %d,%s
                    "obs_start": "%s",
                    "obs_end": "%s",
                    "repeat_customers": %d,%s
                    "repeat_rate_all": %s,
                    "eligible_90d": %d,%s
                    "repeat_90d": %d,%s
                    "repeat_rate_90d": %s
                  }""",
                s.customers(),
                url("customers", links.customers()),
                s.customerDays(),
                url("customer_days", links.days()),
                s.obsStart(),
                s.obsEnd(),
                s.repeatCustomers(),
                url("repeat_customers", links.repeaters()),
                rate(s.repeatRateAll()),
                s.eligible90d(),
                url("eligible_90d", links.longEnough()),
                s.repeat90d(),
                url("repeat_90d", links.soon()),
                rate(s.repeatRate90d()));
    }

    private static String cell(CohortCell cell, RetentionLinks links) {
        return String.format(
                Locale.ROOT,
                "{\"cohort\": \"%s\", \"k\": %d, \"active\": %d,%s \"size\": %d,%s \"rate\": %s}",
                cell.cohort(),
                cell.k(),
                cell.active(),
                url("active", links.cell(cell)),
                cell.size(),
                url("size", links.cohort(cell.cohort(), cell.size())),
                rate(cell.rate()));
    }

    private static String url(String figure, String address) {
        return address.isEmpty() ? "" : " \"" + figure + "_url\": \"" + address + "\",";
    }

    private static String rate(double rate) {
        return Double.isFinite(rate) ? Double.toString(rate) : "null";
    }
}
