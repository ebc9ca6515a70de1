package shutaf.reports;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** Reads the links of finished files back, with other programs than those that wrote them. */
final class FileLinks {
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private FileLinks() {}

    /**
     * A link with the figure that it is over.
     *
     * @param address what it opens
     * @param figure what stands there, without marks of direction and white space around
     * @param place of a cell in a book, its sheet and name; of a paper, its page from 1
     */
    record Link(String address, String figure, String place) {}

    /** All links of a PDF, page by page. */
    static List<Link> ofPaper(byte[] pdf) {
        List<Link> links = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int number = 0;
            for (PDPage page : document.getPages()) {
                number++;
                links.addAll(ofPage(page, Integer.toString(number)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return links;
    }

    private static List<Link> ofPage(PDPage page, String number) throws IOException {
        Map<String, String> addresses = new LinkedHashMap<>();
        PDFTextStripperByArea areas = new PDFTextStripperByArea();
        for (PDAnnotation annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link
                    && link.getAction() instanceof PDActionURI action) {
                String name = Integer.toString(addresses.size());
                addresses.put(name, action.getURI());
                areas.addRegion(name, shown(page, link.getRectangle()));
            }
        }
        areas.extractRegions(page);
        return addresses.entrySet().stream()
                .map(a -> new Link(a.getValue(), text(areas, a.getKey()), number))
                .toList();
    }

    private static String text(PDFTextStripperByArea areas, String name) {
        return areas.getTextForRegion(name).replaceAll("[\u200e\u200f]", "").strip();
    }

    /** Where a reader sees it, from the upper left; a landscape page is a turned upright one. */
    private static Rectangle2D shown(PDPage page, PDRectangle place) {
        float x = place.getLowerLeftX();
        float y = place.getLowerLeftY();
        return page.getRotation() == 90
                ? new Rectangle2D.Float(y, x, place.getHeight(), place.getWidth())
                : new Rectangle2D.Float(
                        x,
                        page.getMediaBox().getHeight() - place.getUpperRightY(),
                        place.getWidth(),
                        place.getHeight());
    }

    /** All links of an XLSX over cells that hold a number, with the number as it is kept. */
    static List<Link> ofBook(byte[] xlsx) {
        Map<String, byte[]> parts = parts(xlsx);
        List<Link> links = new ArrayList<>();
        parts.keySet().stream()
                .filter(name -> name.matches("xl/worksheets/sheet\\d+\\.xml"))
                .forEach(name -> {
                    String relations = name.replace("worksheets/", "worksheets/_rels/") + ".rels";
                    if (parts.containsKey(relations)) {
                        links.addAll(sheet(
                                name.replaceAll("\\D", ""),
                                xml(parts.get(name)),
                                xml(parts.get(relations))));
                    }
                });
        return links;
    }

    /** How the numbers of a sheet, from 1, are shown, by cell. */
    static Map<String, String> formats(byte[] xlsx, int sheet) {
        Map<String, byte[]> parts = parts(xlsx);
        Document styles = xml(parts.get("xl/styles.xml"));
        Map<String, String> codes = new HashMap<>(Map.of("0", "", "3", "#,##0"));
        for (Element format : elements(styles, "numFmt")) {
            codes.put(format.getAttribute("numFmtId"), format.getAttribute("formatCode"));
        }
        Element cells = elements(styles, "cellXfs").get(0);
        NodeList kinds = cells.getElementsByTagNameNS("*", "xf");
        Map<String, String> formats = new HashMap<>();
        for (Element cell : elements(xml(parts.get("xl/worksheets/sheet" + sheet + ".xml")), "c")) {
            String kind = cell.getAttribute("s");
            Element style = (Element) kinds.item(kind.isEmpty() ? 0 : Integer.parseInt(kind));
            formats.put(cell.getAttribute("r"), codes.get(style.getAttribute("numFmtId")));
        }
        return formats;
    }

    private static List<Link> sheet(String number, Document sheet, Document relations) {
        Map<String, String> targets = new HashMap<>();
        for (Element relation : elements(relations, "Relationship")) {
            targets.put(relation.getAttribute("Id"), relation.getAttribute("Target"));
        }
        Map<String, String> numbers = new HashMap<>();
        for (Element cell : elements(sheet, "c")) {
            boolean text = cell.getAttribute("t").equals("s");
            if (!text && cell.hasChildNodes()) {
                numbers.put(cell.getAttribute("r"), cell.getTextContent());
            }
        }
        return elements(sheet, "hyperlink").stream()
                .map(link -> new Link(
                        targets.get(link.getAttributeNS(RELATIONS, "id")),
                        numbers.getOrDefault(link.getAttribute("ref"), "no number"),
                        number + "!" + link.getAttribute("ref")))
                .toList();
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int k = 0; k < nodes.getLength(); k++) {
            elements.add((Element) nodes.item(k));
        }
        return elements;
    }

    /** From a file, as the sizes stand at its end only. */
    private static Map<String, byte[]> parts(byte[] xlsx) {
        Map<String, byte[]> parts = new TreeMap<>();
        try {
            Path file = Files.write(Files.createTempFile("book", ".xlsx"), xlsx);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(zip.entries())) {
                    parts.put(part.getName(), zip.getInputStream(part).readAllBytes());
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return parts;
    }

    private static Document xml(byte[] text) {
        try {
            DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
            builders.setNamespaceAware(true);
            return builders.newDocumentBuilder().parse(new ByteArrayInputStream(text));
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
