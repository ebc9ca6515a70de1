package shutaf.reports.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import shutaf.economics.BasketAffinity.Pair;
import shutaf.purchase.ReportFilter;
import shutaf.reports.document.PaperText;
import shutaf.reports.document.ReportLanguage;
import shutaf.shared.PartnerId;

import java.util.List;
import java.util.Optional;

/** Page, paper, workbook and files write the same figures, and never one that is none. */
class ProgrammeFormsTest {
    private static final ProgrammeReport REPORT = SampleProgramme.report();

    @ParameterizedTest
    @EnumSource(ReportLanguage.class)
    void the_page_says_every_figure_of_every_section(ReportLanguage language) {
        ProgrammeReading page = ProgrammeReading.of(REPORT, language);

        assertThat(page.proven()).isTrue();
        assertThat(page.keys()).hasSize(5);
        assertThat(page.parts()).hasSize(15);
        for (ProgrammeReading.Part part : page.parts()) {
            assertThat(part.rows()).as(part.key()).isNotEmpty();
            assertThat(part.rows())
                    .allSatisfy(
                            row -> assertThat(row.cells()).hasSize(part.heads().size() - 1));
            assertThat(part.toString()).doesNotContain("NaN", "Infinity", "{0}");
        }
    }

    @Test
    void json_has_the_figures_unrounded_and_null_where_there_is_none() {
        String json = ProgrammeJson.of(REPORT);

        assertThat(json)
                .contains("\"points_proven\": true")
                .contains("\"months_of_life\": 24")
                .contains("\"member_sales\": 8000000,")
                .contains("\"member_share\": null")
                .contains("\"earned_at\": \"Market\",\n  \"CAFE\": 900,")
                .contains("\"margin_value\": 25006,")
                .contains("\"margin_value\": null,")
                .contains("\"lift\": 2.0");
        assertThat(json.chars().filter(c -> c == '{').count())
                .isEqualTo(json.chars().filter(c -> c == '}').count());
    }

    @Test
    void csv_has_a_line_for_each_figure_and_no_formula_in_it() {
        String csv = ProgrammeCsv.of(REPORT);

        assertThat(csv)
                .startsWith("section,row,column,value\n")
                .contains("sales,1,month,2026-01\nsales,1,receipts,200\nsales,1,sales,100000.00\n")
                .contains("pair_categories,1,one,'=BREAD\n")
                .contains("matrix_money,1,CAFE,45.00\n")
                .contains("gains,2,net_money,33.00\n");
        assertThat(csv.lines()).allMatch(line -> line.split(",", -1).length == 4);
    }

    @ParameterizedTest
    @EnumSource(ReportLanguage.class)
    void the_same_report_is_the_same_paper_and_a_workbook_is_written(ReportLanguage language) {
        assertThat(ProgrammePdf.render(REPORT, language))
                .isEqualTo(ProgrammePdf.render(REPORT, language))
                .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(ProgrammeSheet.render(REPORT, language)).startsWith((byte) 'P', (byte) 'K');
    }

    /** What nobody can tell of some members is no figure, and a sentence says so. */
    @ParameterizedTest
    @EnumSource(ReportLanguage.class)
    void of_some_members_there_is_no_share_of_all_sales(ReportLanguage language) {
        ReportFilter gold = new ReportFilter(
                PartnerId.HUB, Optional.empty(), Optional.empty(), Optional.of("GOLD"));
        ProgrammeReport some =
                SampleProgramme.report(SampleProgramme.facts(gold, SampleProgramme.movements(), 0));

        ProgrammeReading page = ProgrammeReading.of(some, language);
        ProgrammeReading whole = ProgrammeReading.of(REPORT, language);

        for (String key : List.of("sales", "sales_partners", "curve", "gains")) {
            assertThat(part(page, key).notes())
                    .as(key)
                    .hasSize(part(whole, key).notes().size() + 1);
        }
        assertThat(part(page, "sales").rows())
                .allSatisfy(row -> assertThat(row.cells().get(3).text()).isEqualTo(Cell.NONE));
        assertThat(page.keys().getFirst()).isNotEqualTo(whole.keys().getFirst());
        assertThat(ProgrammeJson.of(some)).contains("\"tier\": \"GOLD\"");
        assertThat(ProgrammeJson.of(REPORT)).doesNotContain("tier");
    }

    private static ProgrammeReading.Part part(ProgrammeReading page, String key) {
        return page.parts().stream()
                .filter(p -> p.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(ReportLanguage.class)
    void the_paper_ends_with_its_method_and_sources(ReportLanguage language) {
        String paper = PaperText.of(ProgrammePdf.render(REPORT, language));

        assertThat(paper)
                .contains(language.text("lifetime.method"), language.text("lifetime.sources"))
                .contains("lift = n(A and B)", "Scandinavian Journal of Statistics")
                .doesNotContain("programme.define", "NaN");
    }

    @ParameterizedTest
    @EnumSource(ReportLanguage.class)
    void a_report_of_nothing_is_written_too(ReportLanguage language) {
        ProgrammeFacts some = SampleProgramme.facts(List.of(), 0);
        ProgrammeReport nothing = SampleProgramme.report(new ProgrammeFacts(
                some.filter(),
                some.days(),
                List.of(),
                List.of(),
                some.proof(),
                new ProgrammeFacts.Flows(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(),
                new ProgrammeFacts.Pairs(List.of(), List.of())));

        assertThat(ProgrammeReading.of(nothing, language).toString())
                .doesNotContain("NaN", "/crm/behind");
        assertThat(ProgrammePdf.render(nothing, language)).isNotEmpty();
        assertThat(ProgrammeSheet.render(nothing, language)).isNotEmpty();
        assertThat(ProgrammeJson.of(nothing)).doesNotContain("NaN");
    }

    @Test
    void many_pairs_are_shown_in_part_and_kept_whole_in_files() {
        ProgrammeFacts some = REPORT.figures().facts();
        List<Pair> many = java.util.stream.IntStream.range(0, 40)
                .mapToObj(k -> new Pair("A" + k, "B" + k, 20, 40, 50, 200))
                .toList();
        ProgrammeReport report = SampleProgramme.report(new ProgrammeFacts(
                some.filter(),
                some.days(),
                some.sales(),
                some.movements(),
                some.proof(),
                some.flows(),
                some.values(),
                new ProgrammeFacts.Pairs(many, List.of())));

        Section section = report.sections(ReportLanguage.ENGLISH).getLast();

        assertThat(section.top()).hasSize(25);
        assertThat(section.rows()).hasSize(40);
        assertThat(section.notes()).anyMatch(note -> note.contains("25") && note.contains("40"));
    }

    @Test
    void columns_stack_outwards_from_zero_and_stay_inside_the_grid() {
        StackedColumns chart = new StackedColumns(
                List.of("a", "b"),
                List.of(
                        new StackedColumns.Series("up", List.of(300.0, 0.0)),
                        new StackedColumns.Series("down", List.of(-120.0, -10.0)),
                        new StackedColumns.Series("more", List.of(57.0, -1.0))),
                false);

        assertThat(chart.pieces())
                .contains(
                        new StackedColumns.Piece(2, 0, 300, 357),
                        new StackedColumns.Piece(2, 1, -10, -11));
        List<Double> grid = chart.grid();
        assertThat(grid).contains(0.0).isSorted();
        assertThat(grid.getFirst()).isLessThanOrEqualTo(-120);
        assertThat(grid.getLast()).isGreaterThanOrEqualTo(357);
        ColumnsDrawing right = ColumnsDrawing.of(chart, ReportLanguage.HEBREW);
        ColumnsDrawing left = ColumnsDrawing.of(chart, ReportLanguage.ENGLISH);
        assertThat(right.labels()).isEqualTo(left.labels());
        assertThat(right.series().getFirst().path())
                .isNotEqualTo(left.series().getFirst().path());
        assertThat(Optional.of(left.zero()).map(Double::parseDouble).get()).isBetween(1.0, 179.0);
    }
}
