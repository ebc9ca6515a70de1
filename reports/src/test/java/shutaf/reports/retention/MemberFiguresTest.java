package shutaf.reports.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import shutaf.partner.PartnerNames;
import shutaf.purchase.Tally;
import shutaf.reports.asked.MembersLinks;
import shutaf.reports.document.PaperText;
import shutaf.reports.document.ReportLanguage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shares, curves and scores from the database's counts, and the same in page, paper and files. */
class MemberFiguresTest {

    /** Ten members: seven took part; six waits of 10 days, of which three ended; scores. */
    private static final List<Tally> TALLIES = List.of(
            sum("members", 10),
            sum("took-part", 7),
            sum("engaged", 8),
            sum("silences", 8),
            sum("broken", 2),
            sum("spent", 400_00),
            sum("spent-later", 100_00),
            sum("spent-repeaters", 300_00),
            sum("sales", 1_600_00),
            new Tally("second", "", 10, 1, 0, 3),
            new Tally("second", "", 10, 0, 0, 1),
            new Tally("second", "", 100, 1, 0, 1),
            new Tally("second", "", 200, 0, 0, 2),
            new Tally("second.partner", "CAFE", 10, 1, 0, 3),
            new Tally("second.partner", "CAFE", 100, 1, 0, 1),
            new Tally("second.partner", "SUPER", 200, 0, 0, 3),
            new Tally("second.tier", "BASE", 10, 1, 0, 7),
            new Tally("churn", "", 50, 1, 0, 4),
            new Tally("churn", "", 60, 0, 0, 3),
            new Tally("redemption", "", 30, 1, 0, 5),
            new Tally("redemption", "", 120, 0, 0, 5),
            new Tally("rfm.parts", "", 5, 1, 1, 4),
            new Tally("rfm.parts", "", 5, 1, 2, 2),
            new Tally("rfm.ties", "", 1, 5, 5, 7));

    private static Tally sum(String name, long value) {
        return new Tally("sum", name, 0, 0, 0, value);
    }

    private static final MemberFigures FIGURES = MemberFigures.of(TALLIES);

    @Test
    void shares_are_counts_divided_once() {
        assertThat(FIGURES.rates().get(MemberRate.PARTICIPATION).share()).isEqualTo(0.7);
        assertThat(FIGURES.rates().get(MemberRate.ENGAGEMENT).share()).isEqualTo(0.8);
        assertThat(FIGURES.rates().get(MemberRate.REACTIVATION).share()).isEqualTo(0.25);
        assertThat(FIGURES.rates().get(MemberRate.MEMBER_SALES).share()).isEqualTo(0.25);
        assertThat(FIGURES.rates().get(MemberRate.REPEATER_SALES).share()).isEqualTo(0.75);
        assertThat(FIGURES.rates().get(MemberRate.LATER_SALES).share()).isEqualTo(0.25);
    }

    /** After day 10: 4 of 7 left; after day 100: of the 3 still watched one came, 4/7 * 2/3. */
    @Test
    void a_curve_counts_who_was_watched() {
        SurvivalCurve curve = FIGURES.secondPurchase();

        assertThat(curve.watched()).isEqualTo(7);
        assertThat(curve.happened()).isEqualTo(4);
        assertThat(curve.mark(30).survival()).isCloseTo(4 / 7.0, offset(1e-15));
        assertThat(curve.mark(30).left()).isEqualTo(3);
        assertThat(curve.mark(180).survival()).isCloseTo(8 / 21.0, offset(1e-15));
        assertThat(curve.mark(180).low()).isLessThan(8 / 21.0);
        assertThat(curve.mark(180).high()).isGreaterThan(8 / 21.0);
        assertThat(curve.marks())
                .extracting(SurvivalCurve.Mark::days)
                .containsExactly(30L, 60L, 90L, 180L);
        assertThat(FIGURES.redemption().mark(30).survival()).isEqualTo(0.5);
        assertThat(FIGURES.churn().mark(60).survival()).isCloseTo(3 / 7.0, offset(1e-15));
        assertThat(FIGURES.secondPurchaseBy().get(MemberFigures.Grouping.PARTNER))
                .containsOnlyKeys("CAFE", "SUPER");
    }

    @ParameterizedTest
    @EnumSource
    void counts_of_a_published_history_give_its_published_curve(ReferenceData data) {
        List<Tally> tallies = new ArrayList<>();
        List<String[]> rows = data.rows("km_second_purchase.csv.gz");
        for (String[] row : rows) {
            long day = Long.parseLong(row[0]);
            tallies.add(new Tally("second", "", day, 1, 0, Long.parseLong(row[2])));
            tallies.add(new Tally("second", "", day, 0, 0, Long.parseLong(row[3])));
        }

        SurvivalCurve curve = MemberFigures.of(tallies).secondPurchase();

        for (int k = 0; k < rows.size(); k++) {
            assertThat(curve.steps().get(k).survival())
                    .isCloseTo(Double.parseDouble(rows.get(k)[4]), offset(1e-13));
            assertThat(curve.steps().get(k).error())
                    .isCloseTo(Double.parseDouble(rows.get(k)[5]), offset(1e-13));
        }
    }

    @Test
    void nothing_to_divide_by_is_a_dash_and_an_empty_cell_not_zero() {
        RetentionReport report = report(MemberFigures.of(List.of()));

        RetentionReading reading = RetentionReading.of(report, ReportLanguage.ENGLISH);

        assertThat(reading.rates()).extracting(RetentionReading.Rate::share).containsOnly("\u2013");
        assertThat(MemberFiles.csv(report)).contains("rates,participation,share,\n");
        assertThat(RetentionJson.of(report))
                .contains("\"share\": null")
                .doesNotContain("NaN", "Infinity");
        assertThat(PaperText.of(RetentionReportPdf.render(report, ReportLanguage.ENGLISH)))
                .doesNotContain("NaN", "Infinity");
    }

    @ParameterizedTest
    @EnumSource
    void page_paper_book_and_files_have_the_same_numbers(ReportLanguage language)
            throws IOException {
        RetentionReport report = report(FIGURES);
        RetentionReading page = RetentionReading.of(report, language);
        String paper = PaperText.of(RetentionReportPdf.render(report, language));
        List<Double> book = numbers(RetentionSheet.render(report, language));
        String csv = MemberFiles.csv(report);
        String json = RetentionJson.of(report);

        for (RetentionReading.Rate rate : page.rates()) {
            assertThat(paper).contains(PaperText.plain(rate.share()));
        }
        FIGURES.rates().forEach((rate, ratio) -> {
            assertThat(book).contains(ratio.share());
            assertThat(csv).contains("rates," + rate.key() + ",share," + ratio.share() + "\n");
            assertThat(json).contains("\"share\": " + ratio.share());
        });
        for (RetentionReading.Curve curve : page.curves()) {
            curve.marks()
                    .forEach(mark -> assertThat(paper).contains(PaperText.plain(mark.share())));
            curve.curve().steps().forEach(step -> {
                assertThat(book).contains(curve.fromAll() ? step.survival() : 1 - step.survival());
                assertThat(csv)
                        .contains(curve.key() + "," + step.day() + ",survival," + step.survival()
                                + "\n");
                assertThat(json).contains("\"survival\": " + step.survival());
            });
        }
        assertThat(page.grids().getFirst().rows().getFirst().cells().getFirst().members())
                .isEqualTo(6);
        assertThat(csv).contains("rfm_parts,r5 f1 m1,members,4\n");
        assertThat(page.groupings().getFirst().rows().getFirst().name())
                .isEqualTo(language.either("בית קפה", "Café"));
    }

    private static List<Double> numbers(byte[] file) throws IOException {
        List<Double> numbers = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.flatMap(Row::stream)
                            .filter(cell -> cell != null && cell.getValue() instanceof Number)
                            .forEach(cell -> numbers.add(((Number) cell.getValue()).doubleValue()));
                }
            }
        }
        return numbers;
    }

    private static RetentionReport report(MemberFigures members) {
        return new RetentionReport(
                "חנות",
                "Shop",
                "קניות",
                "purchases",
                LocalDate.of(2026, 11, 20),
                RetentionFiguresTest.figures("a 2026-01-01", "a 2026-02-01"),
                members,
                List.of(new PartnerNames("CAFE", "בית קפה", "Café")),
                MembersLinks.none());
    }
}
