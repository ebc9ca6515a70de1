package shutaf.reports.lifetimevalue;

import shutaf.reports.document.HouseBook;
import shutaf.reports.document.HouseBook.Linked;
import shutaf.reports.document.HouseBook.Share;
import shutaf.reports.document.HouseBook.Sheet;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.LifetimeFigures.Outlook;

import java.util.List;

/**
 * The lifetime value report as a workbook: key figures, the forecast beside what came by week and
 * by frequency, the models with their errors. Numbers are unrounded.
 */
public final class LifetimeSheet {

    private final LifetimeReport report;
    private final LifetimeFigures figures;
    private final LifetimeLinks links;
    private final ReportLanguage language;

    private LifetimeSheet(LifetimeReport report, ReportLanguage language) {
        this.report = report;
        this.figures = report.figures();
        this.links = LifetimeLinks.ofFiles(report);
        this.language = language;
    }

    /** Writes the book in one language; the answer is a complete XLSX file. */
    public static byte[] render(LifetimeReport report, ReportLanguage language) {
        LifetimeSheet sheet = new LifetimeSheet(report, language);
        return HouseBook.write(language, sheet::pages);
    }

    private void pages(HouseBook book) {
        keys(book.sheet(language.text("lifetime.title"), 44, 18, 18));
        models(book.sheet(language.text("lifetime.models"), 24, 16, 18, 18, 90));
        figures.outlook().flatMap(Outlook::check).ifPresent(check -> {
            weeks(book.sheet(language.text("lifetime.sheet.weeks"), 8, 14, 12, 14, 14), check);
            classes(book.sheet(language.text("lifetime.sheet.classes"), 18, 14, 12, 14, 14), check);
        });
        figures.outlook()
                .map(Outlook::shares)
                .filter(shares -> !shares.isEmpty())
                .ifPresent(s -> tenths(book.sheet(language.text("lifetime.tenths"), 12, 16), s));
    }

    private void keys(Sheet sheet) {
        CustomerBase base = figures.base();
        sheet.title(language.text("lifetime.title"));
        sheet.row(language.either(report.scopeHe(), report.scopeEn()));
        sheet.row(language.text("lifetime.first"), report.from());
        sheet.row(language.text("lifetime.calibration"), base.calibrationEnd());
        sheet.row(language.text("lifetime.holdout"), base.holdoutEnd());
        sheet.gap();
        sheet.row(
                language.text("lifetime.key.customers"),
                linked(base.customers().size(), links.customers()));
        sheet.row(
                language.text("lifetime.repeaters"),
                linked(figures.patterns().repeaters(), links.repeaters()));
        figures.outlook()
                .ifPresentOrElse(
                        outlook -> ahead(sheet, outlook),
                        () -> sheet.row(language.text("lifetime.nothing")));
    }

    private void ahead(Sheet sheet, Outlook outlook) {
        sheet.row(language.text("lifetime.key.active"), linked(outlook.active(), links.expected()));
        sheet.row(
                language.text("lifetime.key.purchases"),
                linked(outlook.purchases(), links.expected()));
        sheet.row(language.text("lifetime.key.value"), linked(outlook.value(), links.expected()));
        outlook.check().ifPresent(check -> {
            sheet.row(
                    language.text("lifetime.sheet.actual"),
                    linked(check.actual(), links.came(check)));
            sheet.row(
                    language.text("lifetime.sheet.expected"),
                    linked(check.expected(), links.customers()));
            sheet.row(language.text("lifetime.column.miss"), new Share(check.miss()));
            sheet.row(language.text("lifetime.sheet.error"), check.meanAbsoluteError());
        });
        LifetimeWords words = new LifetimeWords(figures, language);
        sheet.gap();
        sheet.row(words.why(outlook));
        sheet.row(words.meaning(outlook));
        sheet.row(language.text("lifetime.define.clv.text"));
    }

    private void models(Sheet sheet) {
        sheet.heading(
                language.text("lifetime.column.model"),
                language.text("lifetime.column.parameters"),
                language.text("lifetime.sheet.estimate"),
                language.text("lifetime.sheet.se"));
        figures.fits().forEach((name, fit) -> model(sheet, name, fit));
        model(sheet, "gg", figures.spend().fit());
        if (figures.toRead().isEmpty()) {
            figures.staying().ifPresent(nbd -> {
                String name = language.text("lifetime.model." + LifetimeFigures.NBD);
                sheet.row(name, "r", nbd.r());
                sheet.row(name, "alpha", nbd.alpha());
            });
        }
    }

    private void model(Sheet sheet, String name, Fit<?> fit) {
        String called = language.text("lifetime.model." + name);
        if (fit instanceof Fit.Identified<?> identified) {
            FitFigures found = identified.figures();
            for (int i = 0; i < found.names().size(); i++) {
                sheet.row(
                        called,
                        found.names().get(i),
                        found.parameters().get(i),
                        found.errors().get(i));
            }
        }
        fit.climbed().ifPresent(found -> {
            sheet.row(called, language.text("lifetime.column.likelihood"), found.logLikelihood());
            sheet.row(
                    called,
                    language.text("lifetime.column.customers"),
                    linked(found.customers(), links.fitted(name)));
        });
        new LifetimeWords(figures, language)
                .of(name, fit)
                .forEach(sentence -> sheet.row(called, "", "", "", sentence));
    }

    private void weeks(Sheet sheet, HoldoutCheck check) {
        sheet.heading(
                language.text("lifetime.column.week"),
                language.text("lifetime.column.until"),
                language.text("lifetime.actual"),
                language.text("lifetime.expected"),
                language.text("lifetime.column.miss"));
        int number = 1;
        for (HoldoutCheck.Week week : check.weeks()) {
            String came = links.came(check, number - 1);
            sheet.row(
                    number++,
                    week.last(),
                    linked(week.actual(), came),
                    week.expected(),
                    new Share(week.miss()));
        }
    }

    private void classes(Sheet sheet, HoldoutCheck check) {
        sheet.heading(
                language.text("lifetime.column.class"),
                language.text("lifetime.column.customers"),
                language.text("lifetime.actual"),
                language.text("lifetime.expected"),
                language.text("lifetime.column.miss"));
        for (HoldoutCheck.FrequencyClass c : check.filledClasses()) {
            sheet.row(
                    c.label(),
                    linked(c.customers(), links.of(c)),
                    linked(c.actual(), links.came(c)),
                    linked(c.expected(), links.of(c)),
                    new Share(c.miss()));
        }
    }

    private static Linked linked(Object value, String address) {
        return new Linked(value, address);
    }

    private void tenths(Sheet sheet, List<Double> shares) {
        sheet.heading(
                language.text("lifetime.column.tenth"), language.text("lifetime.column.share"));
        for (int part = 0; part < shares.size(); part++) {
            sheet.row(part + 1, linked(new Share(shares.get(part)), links.decile(part + 1)));
        }
    }
}
