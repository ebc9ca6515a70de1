package shutaf.reports.retention;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import shutaf.partner.PartnerNames;
import shutaf.purchase.CustomerDay;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Tally;
import shutaf.reports.asked.MembersLinks;
import shutaf.reports.document.PaperText;
import shutaf.reports.document.ReportLanguage;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The retention report of 84 months of cohorts: at least thirty pages. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LongPaperBenchmark {

    private static final int PAGES = 30;
    private static final int MONTHS = 84;
    private static final int A_MONTH = 50;
    private static final int SEED = 20261122;
    private static final LocalDate START = LocalDate.of(2019, 1, 1);

    /** In which the report is written. */
    @Param
    public ReportLanguage language;

    private RetentionReport report;

    /** Makes the members up and counts the pages, so that nobody times a shorter paper. */
    @Setup
    public void read() {
        Random random = new Random(SEED);
        report = new RetentionReport(
                "כל השותפים",
                "All partners",
                "קניות לדוגמה",
                "made-up purchases",
                LocalDate.of(2026, 1, 1),
                RetentionFigures.of(IntStream.range(0, MONTHS * A_MONTH)
                        .boxed()
                        .flatMap(member -> days(member, random).stream())),
                MemberFigures.of(tallies(random)),
                List.of(new PartnerNames("CAFE", "בית קפה", "Café")),
                new MembersLinks(
                        Optional.of("http://127.0.0.1:8080"), "", ReportFilter.of(PartnerId.HUB)));
        int pages = PaperText.pages(RetentionReportPdf.render(report, language));
        if (pages < PAGES) {
            throw new IllegalStateException("only " + pages + " pages");
        }
    }

    /** Writes the whole file. */
    @Benchmark
    public byte[] paper() {
        return RetentionReportPdf.render(report, language);
    }

    /** One member who joined in month {@code member / A_MONTH} and buys in half of the months. */
    private static List<CustomerDay> days(int member, Random random) {
        List<CustomerDay> days = new ArrayList<>();
        String id = String.format("%06d", member);
        int joined = member / A_MONTH;
        for (int month = joined; month < MONTHS; month++) {
            if (month == joined || random.nextBoolean()) {
                LocalDate day = START.plusMonths(month).plusDays(random.nextInt(28));
                days.add(new CustomerDay(id, day, 100 + random.nextInt(50_000)));
            }
        }
        return days;
    }

    private static List<Tally> tallies(Random random) {
        List<Tally> tallies = new ArrayList<>();
        for (int day = 1; day < 30 * MONTHS; day++) {
            for (int happened = 0; happened < 2; happened++) {
                for (String figure : List.of("second", "churn", "redemption")) {
                    tallies.add(new Tally(figure, "", day, happened, 0, 1 + random.nextInt(9)));
                }
                for (String tier : List.of("BASE", "SILVER", "GOLD")) {
                    tallies.add(new Tally("second.tier", tier, day, happened, 0, 1));
                }
                tallies.add(new Tally("second.partner", "CAFE", day, happened, 0, 1));
                for (int quarter = 0; quarter < MONTHS / 3; quarter++) {
                    String name = 2019 + quarter / 4 + "-Q" + (1 + quarter % 4);
                    tallies.add(new Tally("second.quarter", name, day, happened, 0, 1));
                }
            }
        }
        for (int cell = 0; cell < 125; cell++) {
            for (String figure : List.of("rfm.parts", "rfm.ties")) {
                tallies.add(new Tally(
                        figure, "", 1 + cell / 25, 1 + cell / 5 % 5, 1 + cell % 5, cell + 1L));
            }
        }
        for (String sum : List.of("members", "took-part", "engaged", "silences", "broken")) {
            tallies.add(new Tally("sum", sum, 0, 0, 0, MONTHS * A_MONTH));
        }
        return tallies;
    }
}
