package shutaf.reports.statement;

import shutaf.reports.document.FigureTable;
import shutaf.reports.document.FigureTable.Column;
import shutaf.reports.document.FigureText;
import shutaf.reports.document.HousePaper;
import shutaf.reports.document.KeyFigure;
import shutaf.reports.document.PaperFacts;
import shutaf.reports.document.ReportLanguage;
import shutaf.settlement.LineKind;
import shutaf.settlement.Movement;
import shutaf.settlement.PartnerPosition;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementHeader;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The partner statement as a paper: pure, same figures and language, same bytes. */
public final class PartnerStatementPdf {

    /** More days than two long months are shown by month; the line file has each day. */
    static final int MOST_DAYS = 62;

    private final PartnerStatementFigures figures;
    private final StatementHeader header;
    private final ReportLanguage language;
    private final FigureText write;
    private final Currency currency;

    private PartnerStatementPdf(PartnerStatementFigures figures, ReportLanguage language) {
        this.figures = figures;
        this.header = figures.header();
        this.language = language;
        this.write = language.figures();
        this.currency = header.currency();
    }

    /** Writes the statement in one language; the answer is a complete PDF file. */
    public static byte[] render(PartnerStatementFigures figures, ReportLanguage language) {
        PartnerStatementPdf pdf = new PartnerStatementPdf(figures, language);
        return HousePaper.write(pdf.facts(), language, pdf::body);
    }

    private PaperFacts facts() {
        return new PaperFacts(
                title(),
                language.text(
                        "statement.subject", title(), header.partnerCode(), header.reference()),
                language.text(
                        "statement.reference",
                        write.code(header.reference()),
                        write.code(header.partnerCode())),
                header.issuedOn(),
                figures.toString(),
                false);
    }

    /** A draft says so at the top of its first page and in the file's properties. */
    private String title() {
        return language.text(header.draft() ? "statement.title.draft" : "statement.title");
    }

    private void body(HousePaper paper) {
        paper.title(
                title(),
                language.text(
                        "statement.under",
                        language.either(header.nameHe(), header.nameEn()),
                        write.code(header.partnerCode()),
                        language.span(header.from(), header.to()),
                        write.code(header.reference())));
        paper.keyFigures(keyFigures());
        paper.heading(language.text("statement.summary")).table(summary());
        paper.note(language.text("statement.signs"));
        paper.heading(language.text("statement.vat"), 130).table(vat());
        paper.note(language.text("statement.vat.note"));
        accruals(paper);
        proof(paper);
    }

    private List<KeyFigure> keyFigures() {
        PartnerPosition closing = figures.closing();
        Movement net = figures.net();
        long issued = -figures.of(LineKind.ACCRUAL).points();
        long left = Math.subtractExact(issued, figures.of(LineKind.CLAWBACK).points());
        long foreign = figures.of(LineKind.REDEMPTION_FOREIGN).points();
        long accepted =
                Math.addExact(foreign, figures.of(LineKind.REDEMPTION_OWN).points());
        return List.of(
                new KeyFigure(
                        money(closing.moneyMinor()),
                        language.text("statement.key.closing", code()),
                        language.text(
                                "statement.key.closing.detail",
                                write.whole(closing.points()),
                                write.day(closed()))),
                new KeyFigure(
                        money(net.moneyMinor()),
                        language.text("statement.key.net", code()),
                        language.text("statement.key.net.detail", write.whole(net.lines()))),
                new KeyFigure(
                        write.whole(issued),
                        language.text("statement.key.issued"),
                        language.text("statement.key.issued.detail", write.whole(left))),
                new KeyFigure(
                        write.whole(accepted),
                        language.text("statement.key.accepted"),
                        language.text("statement.key.accepted.detail", write.whole(foreign))));
    }

    /** A draft of a month that still runs says what is so today, not on its last day. */
    private LocalDate closed() {
        return header.issuedOn().isBefore(header.to()) ? header.issuedOn() : header.to();
    }

    private FigureTable summary() {
        FigureTable table = movements(language.text("statement.column.item"));
        PartnerPosition opening = figures.opening();
        PartnerPosition closing = figures.closing();
        table.total(
                language.text("statement.opening"),
                "",
                write.whole(opening.points()),
                money(opening.moneyMinor()));
        for (LineKind kind : LineKind.values()) {
            table.row(row(language.text("statement.kind." + kind), figures.of(kind)));
        }
        table.total(row(language.text("statement.net"), figures.net()));
        table.total(
                language.text("statement.closing"),
                "",
                write.whole(closing.points()),
                money(closing.moneyMinor()));
        return table;
    }

    private FigureTable vat() {
        FigureTable table = new FigureTable(List.of(
                Column.words(language.text("statement.column.nature"), 4),
                Column.figures(language.text("statement.column.net", code()), 2),
                Column.figures(language.text("statement.column.rate"), 1.4f),
                Column.figures(language.text("statement.column.vat", code()), 2),
                Column.figures(language.text("statement.column.gross", code()), 2)));
        for (LineKind.Nature nature : LineKind.Nature.values()) {
            long net = figures.netMinor(nature);
            long vat = figures.vatMinor(nature);
            table.row(
                    language.text("statement.nature." + nature),
                    money(net),
                    write.basisPoints(figures.vat().rate(nature)),
                    money(vat),
                    money(Math.addExact(net, vat)));
        }
        long net = figures.net().moneyMinor();
        return table.total(
                language.text("statement.total"),
                money(net),
                "",
                money(figures.vatMinor()),
                money(Math.addExact(net, figures.vatMinor())));
    }

    private void accruals(HousePaper paper) {
        paper.heading(language.text("statement.outlets"), 110);
        Movement all = figures.of(LineKind.ACCRUAL);
        if (all.lines() == 0) {
            paper.paragraph(language.text("statement.nothing"));
            return;
        }
        FigureTable outlets = movements(language.text("statement.column.outlet"));
        figures.accrualsByOutlet().forEach((outlet, sum) -> outlets.row(row(outlet(outlet), sum)));
        paper.table(outlets.total(row(language.text("statement.total"), all)));

        boolean byMonth = figures.accrualsByDay().size() > MOST_DAYS;
        paper.heading(language.text(byMonth ? "statement.months" : "statement.days"), 110);
        FigureTable days = movements(
                language.text(byMonth ? "statement.column.month" : "statement.column.day"));
        if (byMonth) {
            months().forEach((month, sum) -> days.row(row(write.month(month), sum)));
        } else {
            figures.accrualsByDay().forEach((day, sum) -> days.row(row(write.day(day), sum)));
        }
        paper.table(days.total(row(language.text("statement.total"), all)));
        if (byMonth) {
            paper.note(language.text("statement.months.note", write.whole(MOST_DAYS)));
        }
    }

    private SortedMap<YearMonth, Movement> months() {
        SortedMap<YearMonth, Movement> months = new TreeMap<>();
        for (Map.Entry<LocalDate, Movement> day : figures.accrualsByDay().entrySet()) {
            months.merge(YearMonth.from(day.getKey()), day.getValue(), Movement::plus);
        }
        return months;
    }

    private void proof(HousePaper paper) {
        paper.heading(language.text("statement.proof"), 100);
        paper.paragraph(
                language.text("statement.proof.text", write.whole(figures.net().lines())));
        paper.table(new FigureTable(List.of(
                        Column.words(language.text("statement.proof.file"), 2),
                        Column.words(language.text("statement.proof.hash"), 7)))
                .row(write.code(header.reference()), write.code(figures.lineFileHash())));
    }

    private FigureTable movements(String first) {
        return new FigureTable(List.of(
                Column.words(first, 4),
                Column.figures(language.text("statement.column.lines"), 1.4f),
                Column.figures(language.text("statement.column.points"), 2),
                Column.figures(language.text("statement.column.money", code()), 2)));
    }

    private String[] row(String first, Movement sum) {
        return new String[] {
            first, write.whole(sum.lines()), write.whole(sum.points()), money(sum.moneyMinor())
        };
    }

    private String outlet(String outlet) {
        return outlet.isEmpty() ? language.text("statement.outlet.none") : write.code(outlet);
    }

    private String code() {
        return write.code(currency.getCurrencyCode());
    }

    private String money(long minor) {
        return write.money(minor, currency);
    }
}
