package shutaf.reports.lifetimevalue;

import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.LifetimeFigures.Outlook;
import shutaf.reports.lifetimevalue.LifetimeReading.Ahead;
import shutaf.reports.lifetimevalue.LifetimeReading.Caveat;
import shutaf.reports.lifetimevalue.LifetimeReading.Check;
import shutaf.reports.lifetimevalue.LifetimeReading.FrequencyClass;
import shutaf.reports.lifetimevalue.LifetimeReading.Model;
import shutaf.reports.lifetimevalue.LifetimeReading.Week;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes a lifetime value report as a page shows it, with the links of its figures. */
final class LifetimeWriting {
    private static final int CENTS = 100;
    private static final int PER_MILLE = 1000;

    private final LifetimeFigures figures;
    private final LifetimeLinks links;
    private final LifetimeWords words;
    private final ReportLanguage language;

    LifetimeWriting(LifetimeReport report, ReportLanguage language) {
        this.figures = report.figures();
        this.links = LifetimeLinks.ofPages(report);
        this.words = new LifetimeWords(figures, language);
        this.language = language;
    }

    LifetimeReading all() {
        List<Model> models = new ArrayList<>();
        for (Map.Entry<String, ? extends Fit<?>> fit : figures.fits().entrySet()) {
            boolean read = figures.toRead().filter(fit.getKey()::equals).isPresent();
            models.add(model(fit.getKey(), read, fit.getValue()));
        }
        models.add(model("gg", false, figures.spend().fit()));
        return new LifetimeReading(
                figures.base().customers().size(),
                links.customers(),
                figures.patterns().repeaters(),
                links.repeaters(),
                figures.outlook().map(this::ahead).orElse(null),
                models,
                caveats());
    }

    private Ahead ahead(Outlook outlook) {
        boolean valued = Double.isFinite(outlook.value());
        return new Ahead(
                language.text("lifetime.model." + outlook.model()),
                words.why(outlook),
                words.meaning(outlook),
                Math.round(outlook.active()),
                Math.round(outlook.purchases()),
                valued,
                valued ? Math.round(outlook.value() * CENTS) : 0,
                links.expected(),
                outlook.check().map(this::check).orElse(null));
    }

    private Check check(HoldoutCheck check) {
        boolean known = check.actual() > 0;
        return new Check(
                check.actual(),
                links.came(check),
                Math.round(check.expected()),
                known,
                known ? Math.round(check.miss() * PER_MILLE) : 0,
                language.text(
                        "lifetime.error",
                        language.figures().code(LifetimeWords.two(check.meanAbsoluteError()))),
                weeks(check),
                HoldoutDrawing.ofWeeks(check.weeks(), language.rightToLeft()),
                check.filledClasses().stream().map(this::frequency).toList(),
                HoldoutDrawing.ofClasses(check.filledClasses(), language.rightToLeft()));
    }

    private List<Week> weeks(HoldoutCheck check) {
        List<Week> weeks = new ArrayList<>();
        for (HoldoutCheck.Week week : check.weeks()) {
            weeks.add(new Week(
                    weeks.size() + 1,
                    week.last(),
                    week.actual(),
                    links.came(check, weeks.size()),
                    LifetimeWords.two(week.expected()),
                    LifetimeWords.deviation(week.miss())));
        }
        return weeks;
    }

    private FrequencyClass frequency(HoldoutCheck.FrequencyClass one) {
        return new FrequencyClass(
                one.label(),
                one.customers(),
                links.of(one),
                LifetimeWords.two(one.actualEach()),
                links.came(one),
                LifetimeWords.two(one.expectedEach()),
                LifetimeWords.deviation(one.miss()));
    }

    private Model model(String name, boolean read, Fit<?> fit) {
        List<String> parameters = new ArrayList<>();
        if (fit instanceof Fit.Identified<?> identified) {
            FitFigures found = identified.figures();
            for (int i = 0; i < found.names().size(); i++) {
                parameters.add(found.names().get(i) + " = "
                        + LifetimeWords.four(found.parameters().get(i)) + " \u00b1 "
                        + LifetimeWords.four(found.errors().get(i)));
            }
        }
        boolean climbed = fit.climbed().isPresent();
        return new Model(
                language.text("lifetime.model." + name),
                read,
                parameters,
                fit.climbed().map(f -> LifetimeWords.two(f.logLikelihood())).orElse(""),
                fit.climbed().map(FitFigures::customers).orElse(0L),
                climbed ? links.fitted(name) : "",
                words.of(name, fit));
    }

    private List<Caveat> caveats() {
        List<Caveat> said = new ArrayList<>();
        words.warning().ifPresent(warning -> said.add(new Caveat(warning, "")));
        long later = figures.base().newInHoldout();
        if (later > 0) {
            String text =
                    language.text("lifetime.left-out.new", language.figures().whole(later));
            said.add(new Caveat(text, links.newer()));
        }
        long unpaid = figures.spend().leftOut();
        if (unpaid > 0) {
            String text =
                    language.text("lifetime.left-out.spend", language.figures().whole(unpaid));
            said.add(new Caveat(text, links.unpaid()));
        }
        said.add(new Caveat(language.text("lifetime.define.clv.text"), ""));
        said.add(new Caveat(language.text("lifetime.define.check.text"), ""));
        return said;
    }
}
