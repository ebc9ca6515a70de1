package shutaf.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import shutaf.reports.document.FigureTable.Column;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A total stands on the same page as the row above it, wherever the page ends. */
class TotalsOnPaperTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_total_is_never_alone_on_a_page(boolean wide) throws IOException {
        boolean brokenBefore = false;
        for (int rows = 2; rows <= 80; rows++) {
            List<String> pages = pages(rows, wide);
            String last = pages.getLast();
            assertThat(last).as("%d rows", rows).contains("all together", "row " + rows + " ");
            for (int row = 1; row <= rows; row++) {
                assertThat(String.join("", pages)).containsOnlyOnce("row " + row + " ");
            }
            brokenBefore |= pages.size() > 2;
        }
        assertThat(brokenBefore).isTrue();
    }

    private static List<String> pages(int rows, boolean wide) throws IOException {
        FigureTable table =
                new FigureTable(List.of(Column.words("what", 2), Column.figures("how many", 1)));
        for (int row = 1; row <= rows; row++) {
            table.row("row " + row + " of it", Integer.toString(row));
        }
        table.total("all together", "1");
        LocalDate day = LocalDate.of(2026, 11, 20);
        byte[] pdf = HousePaper.write(
                new PaperFacts("t", "t", "t", day, "t", wide),
                ReportLanguage.ENGLISH,
                paper -> paper.heading("A table").paragraph("of rows").table(table));
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper text = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                text.setStartPage(page);
                text.setEndPage(page);
                pages.add(text.getText(document));
            }
        }
        return pages;
    }
}
