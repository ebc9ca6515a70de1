package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openpdf.text.pdf.PdfPTable;

import shutaf.reports.FileLinks.Link;
import shutaf.reports.document.FigureTable;
import shutaf.reports.document.FigureTable.Column;
import shutaf.reports.document.HouseBook;
import shutaf.reports.document.HouseBook.Linked;
import shutaf.reports.document.HouseBook.Share;
import shutaf.reports.document.HousePaper;
import shutaf.reports.document.KeyFigure;
import shutaf.reports.document.PaperFacts;
import shutaf.reports.document.ReportLanguage;

import java.time.LocalDate;
import java.util.List;

/** A figure on paper or in a book opens what it was given, and nothing else does. */
class FigureLinksTest {
    private static final String LIST = "https://hub.example/crm/behind?of=cohort&month=";

    @ParameterizedTest
    @EnumSource
    void a_link_of_a_paper_lies_over_its_figure(ReportLanguage language) {
        byte[] paper = HousePaper.write(facts(language), language, FigureLinksTest::body);

        assertThat(FileLinks.ofPaper(paper))
                .containsExactly(
                        new Link(LIST + 1, "1,234", "1"),
                        new Link(LIST + 2, "half", "1"),
                        new Link(LIST + 3, "56", "1"),
                        new Link(LIST + 4, "78", "1"),
                        new Link(LIST + 5, "90", "1"),
                        new Link(LIST + 3, "56", "2"));
    }

    private static void body(HousePaper paper) {
        paper.keyFigures(List.of(
                new KeyFigure("1,234", "customers", "half").opening(LIST + 1, LIST + 2),
                new KeyFigure("9", "without", "any")));
        paper.table(table().row("some", "56", "57")
                .opens(1, LIST + 3)
                .opens(2, "")
                .total("all", "77", "78")
                .opens(2, LIST + 4));
        PdfPTable beside = paper.style().table(1, 1);
        beside.addCell(paper.style().cell("", paper.style().plain(9, java.awt.Color.BLACK)));
        beside.addCell(table().row("inside", "90", "91").opens(1, LIST + 5).lay(paper.style()));
        paper.block(beside);
        paper.newPage();
        paper.table(table().row("again", "56", "57").opens(1, LIST + 3));
    }

    private static FigureTable table() {
        return new FigureTable(List.of(
                Column.words("what", 2), Column.figures("how many", 1), Column.figures("more", 1)));
    }

    private static PaperFacts facts(ReportLanguage language) {
        LocalDate day = LocalDate.of(2026, 11, 20);
        return new PaperFacts("links", "links", "links", day, "links " + language, false);
    }

    @Test
    void a_linked_cell_of_a_book_stays_the_number_that_it_is() {
        byte[] book = HouseBook.write(ReportLanguage.HEBREW, b -> {
            b.sheet("one", 20)
                    .row("text", new Linked(1_234L, LIST + 1), 99L)
                    .row("share", new Linked(new Share(0.25), LIST + 2))
                    .row("the same list again", new Linked(5L, LIST + 1), new Linked(6L, ""));
            b.sheet("two").row(new Linked(2.5, LIST + 1));
        });

        assertThat(FileLinks.ofBook(book))
                .containsExactly(
                        new Link(LIST + 1, "1234", "1!B1"),
                        new Link(LIST + 2, "0.25", "1!B2"),
                        new Link(LIST + 1, "5", "1!B3"),
                        new Link(LIST + 1, "2.5", "2!A1"));
        assertThat(FileLinks.formats(book, 1))
                .containsEntry("B1", "#,##0")
                .containsEntry("C1", "#,##0")
                .containsEntry("B2", "0.0%");
    }
}
