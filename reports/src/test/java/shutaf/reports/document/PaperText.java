package shutaf.reports.document;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads a finished paper with another program than the one that wrote it. */
public final class PaperText {

    private PaperText() {}

    /**
     * Text of all pages as a reader sees it, Hebrew in logical order, marks of direction left out,
     * runs of white space as one space.
     */
    public static String of(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return plain(stripper.getText(document));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A label without the marks of direction, as it must be found in {@link #of}. */
    public static String plain(String text) {
        return text.replaceAll("[\u200e\u200f]", "").replaceAll("\\s+", " ");
    }

    /** Number of pages. */
    public static int pages(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** True when each font of each page is inside the file. */
    public static boolean fontsAreEmbedded(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            boolean embedded = true;
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    embedded &= font.isEmbedded();
                }
            }
            return embedded;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Title and language as file properties. */
    public static List<String> properties(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return List.of(
                    document.getDocumentInformation().getTitle(),
                    document.getDocumentCatalog().getLanguage());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
