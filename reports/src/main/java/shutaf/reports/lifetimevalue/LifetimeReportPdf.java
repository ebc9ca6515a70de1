package shutaf.reports.lifetimevalue;

import shutaf.reports.document.FigureTable;
import shutaf.reports.document.FigureTable.Column;
import shutaf.reports.document.FigureText;
import shutaf.reports.document.HousePaper;
import shutaf.reports.document.KeyFigure;
import shutaf.reports.document.PaperFacts;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.ActualAndExpected.Point;
import shutaf.reports.lifetimevalue.LifetimeFigures.Outlook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lifetime value report as a paper: five figures and what they mean, the forecast beside what
 * came, the models with their errors, and the method with its formulas and sources. Pure: same
 * report and language, same bytes.
 */
public final class LifetimeReportPdf {

    private static final String NONE = "\u2013";

    private final LifetimeReport report;
    private final LifetimeFigures figures;
    private final CustomerBase base;
    private final LifetimeLinks links;
    private final ReportLanguage language;
    private final FigureText write;
    private final LifetimeWords words;

    private LifetimeReportPdf(LifetimeReport report, ReportLanguage language) {
        this.report = report;
        this.figures = report.figures();
        this.base = figures.base();
        this.links = LifetimeLinks.ofFiles(report);
        this.language = language;
        this.write = language.figures();
        this.words = new LifetimeWords(figures, language);
    }

    /** Writes the report in one language; the answer is a complete PDF file. */
    public static byte[] render(LifetimeReport report, ReportLanguage language) {
        LifetimeReportPdf pdf = new LifetimeReportPdf(report, language);
        return HousePaper.write(pdf.facts(), language, pdf::body);
    }

    /** The figures on the paper's cover, for whoever sends it; none where no model fits. */
    public static List<KeyFigure> keyFigures(LifetimeReport report, ReportLanguage language) {
        LifetimeReportPdf pdf = new LifetimeReportPdf(report, language);
        return pdf.figures.outlook().map(pdf::keys).orElse(List.of());
    }

    private PaperFacts facts() {
        return new PaperFacts(
                language.text("lifetime.title"),
                under(),
                under(),
                base.holdoutEnd(),
                LifetimeJson.of(report) + report.asOf(),
                true);
    }

    private String under() {
        return language.text(
                "lifetime.under",
                write.code(language.either(report.scopeHe(), report.scopeEn())),
                language.span(report.from(), base.calibrationEnd()));
    }

    private void body(HousePaper paper) {
        paper.title(language.text("lifetime.title"), under());
        paper.note(language.asOf(report.asOf()));
        figures.outlook().ifPresent(outlook -> paper.keyFigures(keys(outlook)));
        paper.heading(language.text("lifetime.read"));
        figures.outlook()
                .ifPresentOrElse(
                        outlook -> paper.paragraph(words.why(outlook))
                                .paragraph(words.meaning(outlook)),
                        () -> paper.paragraph(language.text("lifetime.nothing")));
        words.warning().ifPresent(paper::paragraph);
        if (!links.customers().isEmpty()) {
            paper.note(language.text("house.links"));
        }
        Optional<HoldoutCheck> check = figures.outlook().flatMap(Outlook::check);
        check.ifPresent(c -> weeks(paper, c));
        check.ifPresent(c -> classes(paper, c));
        check.ifPresent(c -> weekTable(paper, c));
        figures.outlook()
                .map(Outlook::shares)
                .filter(shares -> !shares.isEmpty())
                .ifPresent(shares -> tenths(paper, shares));
        models(paper);
        sayings(paper);
        method(paper);
    }

    private List<KeyFigure> keys(Outlook outlook) {
        List<KeyFigure> keys = new ArrayList<>();
        keys.add(key(
                        "customers",
                        write.whole(base.customers().size()),
                        write.whole(figures.patterns().repeaters()))
                .opening(links.customers(), links.repeaters()));
        keys.add(key(
                        "active",
                        whole(outlook.active()),
                        percent(outlook.active() / base.customers().size()))
                .opening(links.expected(), ""));
        keys.add(key(
                        "purchases",
                        whole(outlook.purchases()),
                        amount(outlook.purchases() / base.customers().size()))
                .opening(links.expected(), ""));
        keys.add(key(
                        "value",
                        whole(outlook.value()),
                        amount(outlook.value() / base.customers().size()))
                .opening(links.expected(), ""));
        keys.add(outlook.check()
                .filter(check -> check.actual() > 0)
                .map(check -> key(
                                check.miss() < 0 ? "below" : "above",
                                percent(Math.abs(check.miss())),
                                write.whole(check.actual()),
                                whole(check.expected()))
                        .opening("", links.came(check)))
                .orElseGet(() -> key("unchecked", NONE)));
        return keys;
    }

    private KeyFigure key(String name, String figure, String... detail) {
        String key = "lifetime.key." + name;
        return new KeyFigure(
                figure, language.text(key), language.text(key + ".detail", (Object[]) detail));
    }

    /** Everything that is to be said about fits, each sentence once, with the models it is of. */
    private void sayings(HousePaper paper) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        Map<String, Fit<?>> fits = new LinkedHashMap<>(figures.fits());
        fits.put("gg", figures.spend().fit());
        fits.forEach((name, fit) -> words.of(name, fit)
                .forEach(sentence -> said.computeIfAbsent(sentence, s -> new ArrayList<>())
                        .add(language.text("lifetime.model." + name))));
        said.forEach((sentence, models) -> paper.note(
                language.text("lifetime.said", write.code(String.join(", ", models)), sentence)));
        if (base.newInHoldout() > 0) {
            paper.note(language.text("lifetime.left-out.new", write.whole(base.newInHoldout())));
        }
        if (figures.spend().leftOut() > 0) {
            paper.note(language.text(
                    "lifetime.left-out.spend", write.whole(figures.spend().leftOut())));
        }
    }

    private void weeks(HousePaper paper, HoldoutCheck check) {
        List<Point> weeks = new ArrayList<>();
        for (HoldoutCheck.Week week : check.weeks()) {
            String number = write.whole(weeks.size() + 1L);
            weeks.add(new Point(number, week.actual(), week.expected()));
        }
        paper.heading(language.text("lifetime.weeks"), 180);
        paper.block(ActualAndExpected.lay(weeks, language.text("lifetime.weeks.axis"), paper));
        if (base.holdoutWeeks() != Math.rint(base.holdoutWeeks())) {
            paper.note(language.text("lifetime.weeks.short"));
        }
    }

    private void classes(HousePaper paper, HoldoutCheck check) {
        List<Point> classes = new ArrayList<>();
        FigureTable table = new FigureTable(List.of(
                Column.figures(language.text("lifetime.column.class"), 2),
                Column.figures(language.text("lifetime.column.customers"), 2),
                Column.figures(language.text("lifetime.actual"), 2),
                Column.figures(language.text("lifetime.expected"), 2),
                Column.figures(language.text("lifetime.column.miss"), 2)));
        for (HoldoutCheck.FrequencyClass c : check.filledClasses()) {
            String label = write.code(c.label());
            classes.add(new Point(label, c.actualEach(), c.expectedEach()));
            table.row(
                            label,
                            write.whole(c.customers()),
                            amount(c.actualEach()),
                            amount(c.expectedEach()),
                            deviation(c.miss()))
                    .opens(1, links.of(c))
                    .opens(2, links.came(c))
                    .opens(3, links.of(c));
        }
        paper.heading(language.text("lifetime.classes"), 420);
        paper.block(ActualAndExpected.lay(classes, language.text("lifetime.classes.axis"), paper));
        paper.table(table);
    }

    private void weekTable(HousePaper paper, HoldoutCheck check) {
        paper.heading(language.text("lifetime.weeks"));
        FigureTable table = new FigureTable(List.of(
                Column.figures(language.text("lifetime.column.week"), 1),
                Column.words(language.text("lifetime.column.until"), 2),
                Column.figures(language.text("lifetime.actual"), 2),
                Column.figures(language.text("lifetime.expected"), 2),
                Column.figures(language.text("lifetime.column.miss"), 2)));
        int number = 1;
        for (HoldoutCheck.Week week : check.weeks()) {
            table.row(
                            write.whole(number),
                            write.day(week.last()),
                            write.whole(week.actual()),
                            amount(week.expected()),
                            deviation(week.miss()))
                    .opens(2, links.came(check, number - 1));
            number++;
        }
        table.total(
                        "",
                        language.text("lifetime.total"),
                        write.whole(check.actual()),
                        amount(check.expected()),
                        deviation(check.miss()))
                .opens(2, links.came(check))
                .opens(3, links.customers());
        paper.table(table);
        paper.note(language.text("lifetime.error", amount(check.meanAbsoluteError())));
    }

    private void tenths(HousePaper paper, List<Double> shares) {
        FigureTable table = new FigureTable(List.of(
                Column.figures(language.text("lifetime.column.tenth"), 2),
                Column.figures(language.text("lifetime.column.share"), 2),
                Column.figures(language.text("lifetime.column.running"), 2)));
        double running = 0;
        for (int part = 0; part < shares.size(); part++) {
            running += shares.get(part);
            table.row(write.whole(part + 1L), percent(shares.get(part)), percent(running))
                    .opens(1, links.decile(part + 1));
        }
        paper.heading(language.text("lifetime.tenths"), 300);
        paper.paragraph(language.text("lifetime.tenths.text", percent(shares.getFirst())));
        paper.table(table);
    }

    private void models(HousePaper paper) {
        paper.newPage();
        paper.heading(language.text("lifetime.models"));
        FigureTable table = new FigureTable(List.of(
                Column.words(language.text("lifetime.column.model"), 2),
                Column.words(language.text("lifetime.column.parameters"), 6.5f),
                Column.figures(language.text("lifetime.column.customers"), 1.2f),
                Column.figures(language.text("lifetime.column.likelihood"), 1.5f),
                Column.figures(language.text("lifetime.column.patterns"), 1.5f)));
        figures.fits().forEach((name, fit) -> model(table, name, fit));
        if (figures.outlook().filter(o -> o.model().equals(LifetimeFigures.NBD)).isPresent()) {
            figures.staying().ifPresent(nbd -> simpler(table, nbd));
        }
        model(table, "gg", figures.spend().fit());
        paper.table(table);
        paper.note(language.text("lifetime.models.note"));
    }

    private void model(FigureTable table, String name, Fit<?> fit) {
        Optional<FitFigures> climbed = fit.climbed();
        table.row(
                        words.name(name),
                        fit instanceof Fit.Identified<?> found
                                ? parameters(found.figures())
                                : language.text("lifetime.not-shown"),
                        climbed.map(f -> write.whole(f.customers())).orElse(NONE),
                        climbed.map(f -> amount(f.logLikelihood())).orElse(NONE),
                        climbed.map(f -> write.whole(f.patterns())).orElse(NONE))
                .opens(2, climbed.map(f -> links.fitted(name)).orElse(""));
    }

    private void simpler(FigureTable table, Nbd nbd) {
        table.row(
                words.name(LifetimeFigures.NBD),
                write.code("r = " + LifetimeWords.four(nbd.r()) + ";  alpha = "
                        + LifetimeWords.four(nbd.alpha())),
                NONE,
                NONE,
                NONE);
    }

    private String parameters(FitFigures fit) {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < fit.names().size(); i++) {
            written.add(fit.names().get(i) + " = "
                    + LifetimeWords.four(fit.parameters().get(i)) + " \u00b1 "
                    + LifetimeWords.four(fit.errors().get(i)));
        }
        return write.code(String.join(";  ", written));
    }

    private void method(HousePaper paper) {
        paper.heading(language.text("lifetime.method"), 200);
        FigureTable table = new FigureTable(List.of(
                Column.words(language.text("lifetime.column.term"), 2),
                Column.words(language.text("lifetime.column.meaning"), 8)));
        for (String term : List.of("x", "bgnbd", "mbgnbd", "pnbd", "gg", "clv", "fit", "check")) {
            table.row(
                    language.text("lifetime.define." + term),
                    language.text("lifetime.define." + term + ".text"));
        }
        paper.table(table);
        paper.heading(language.text("lifetime.formulas"), 120);
        for (String formula : MethodFormulas.ALL) {
            paper.note(write.code(formula));
        }
        paper.heading(language.text("lifetime.sources"), 120);
        for (String source : MethodFormulas.SOURCES) {
            paper.note(write.code(source));
        }
    }

    private String whole(double value) {
        return Double.isFinite(value) ? write.whole(Math.round(value)) : NONE;
    }

    private String percent(double share) {
        return write.percent(Math.round(share * 100_000), 100_000);
    }

    /** Two digits behind the point, grouped as the house writes money. */
    private String amount(double value) {
        return write.code(LifetimeWords.two(value));
    }

    private String deviation(double share) {
        return write.code(LifetimeWords.deviation(share));
    }
}
