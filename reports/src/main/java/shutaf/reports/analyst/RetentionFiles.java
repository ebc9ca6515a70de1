package shutaf.reports.analyst;

import static shutaf.reports.analyst.Digits.fifteen;

import shutaf.reports.document.CsvText;
import shutaf.reports.document.JsonText;
import shutaf.reports.retention.RetentionSummary;
import shutaf.reports.retention.RfmScore;
import shutaf.reports.retention.SurvivalCurve;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The files about coming back, in the columns and digits of the reference files. */
final class RetentionFiles {

    private static final int BEST = 5;
    private static final List<Integer> DAYS = List.of(30, 60, 90, 180, 365);

    private RetentionFiles() {}

    /** {@code rfm.csv}. */
    static String rfm(Findings findings) {
        LocalDate end = findings.retention().summary().obsEnd();
        StringBuilder csv = new StringBuilder("customer_id,recency_days,frequency,monetary,"
                + "r_ntile,f_ntile,m_ntile,r_tie,f_tie,m_tie,segment\n");
        for (RfmScore score : findings.rfm()) {
            csv.append(CsvText.field(score.customerId())).append(',');
            csv.append(score.recencyDays()).append(',');
            csv.append(score.frequency()).append(',');
            csv.append(findings.log().paid(score.customerId(), end).toPlainString());
            int[] grades = {
                score.rNtile(),
                score.fNtile(),
                score.mNtile(),
                score.rTie(),
                score.fTie(),
                score.mTie()
            };
            for (int grade : grades) {
                csv.append(',').append(grade);
            }
            csv.append(',').append(name(score)).append('\n');
        }
        return csv.toString();
    }

    private static String name(RfmScore score) {
        return score.segment().name().toLowerCase(Locale.ROOT);
    }

    /** {@code km_second_purchase.csv}. */
    static String secondPurchase(SurvivalCurve curve) {
        StringBuilder csv = new StringBuilder("t_days,at_risk,events,censored,S,se_greenwood\n");
        for (SurvivalCurve.Step step : curve.steps()) {
            csv.append(step.day()).append(',');
            csv.append(step.atRisk()).append(',');
            csv.append(step.events()).append(',');
            csv.append(step.censored()).append(',');
            csv.append(fifteen(step.survival())).append(',');
            csv.append(fifteen(step.error())).append('\n');
        }
        return csv.toString();
    }

    /** {@code retention_summary.json}. */
    static String summary(Findings findings) {
        RetentionSummary s = findings.retention().summary();
        JsonText json = new JsonText();
        json.put("customers", s.customers());
        json.put("customer_days", s.customerDays());
        json.put("raw_rows", findings.log().rows(s.obsEnd()));
        json.put("obs_start", s.obsStart().toString());
        json.put("obs_end", s.obsEnd().toString());
        json.put("repeat_customers", s.repeatCustomers());
        json.put("repeat_rate_all", s.repeatRateAll());
        json.put("eligible_90d", s.eligible90d());
        json.put("repeat_90d", s.repeat90d());
        json.put("repeat_rate_90d", s.repeatRate90d());
        json.put("multi_row_customers", findings.log().customersWithSeveralRows(s.obsEnd()));
        segments(json, findings.rfm());
        survival(json, findings.secondPurchase(), s);
        definitions(json);
        return json.end();
    }

    private static void segments(JsonText json, List<RfmScore> scores) {
        Map<String, Long> counts = new TreeMap<>();
        scores.forEach(score -> counts.merge(name(score), 1L, Long::sum));
        json.open("segments");
        counts.forEach(json::put);
        json.close();
        json.put(
                "rfm_cells_tie_555",
                scores.stream()
                        .filter(s -> s.rTie() == BEST && s.fTie() == BEST && s.mTie() == BEST)
                        .count());
    }

    /** A share after so many days is given only where somebody was watched that long. */
    private static void survival(JsonText json, SurvivalCurve curve, RetentionSummary summary) {
        long watched = ChronoUnit.DAYS.between(summary.obsStart(), summary.obsEnd());
        json.open("km_S");
        for (int days : DAYS) {
            if (days <= watched) {
                json.put(Integer.toString(days), curve.survivalAfter(days));
            }
        }
        json.close();
    }

    private static void definitions(JsonText json) {
        json.open("definitions");
        json.put(
                "cohort",
                "calendar month of the first purchase; k = whole calendar months since; rate ="
                        + " active(c,k)/active(c,0); cells after the last month with data are"
                        + " absent, the last month may be partial");
        json.put(
                "repeat_rate",
                "repeat_customers bought on two or more days; repeat_rate_90d is the share back"
                        + " within 1..90 days among customers with 90 days to do so");
        json.put(
                "rfm",
                "recency to the day after obs_end; *_ntile: SQL NTILE(5), ties by customer id;"
                        + " *_tie: min(5, floor(5*k/n)+1), k = customers strictly worse");
        json.put(
                "segments",
                "first rule that matches on (r_tie, f_tie): champions R>=4 F>=4; loyal R>=3 F>=4;"
                        + " potential R>=4; at_risk R<=2 F>=4; needs_attention R=3; else lost");
        json.put(
                "km",
                "Kaplan-Meier of days from the first to the second day of purchase, censored at"
                        + " obs_end; Greenwood's error; events before censorings of the same day");
        json.close();
    }
}
