package shutaf.reports.programme;

import shutaf.reports.document.FigureText;
import shutaf.reports.document.KeyFigure;
import shutaf.reports.document.ReportLanguage;

import java.util.List;

/** The five figures that page and cover begin with. */
final class ProgrammeKeys {
    private final ProgrammeFigures figures;
    private final ReportLanguage language;
    private final FigureText write;

    private ProgrammeKeys(ProgrammeFigures figures, ReportLanguage language) {
        this.figures = figures;
        this.language = language;
        this.write = language.figures();
    }

    static List<KeyFigure> of(ProgrammeFigures figures, ReportLanguage language) {
        ProgrammeKeys keys = new ProgrammeKeys(figures, language);
        return List.of(keys.members(), keys.burn(), keys.open(), keys.breakage(), keys.elsewhere());
    }

    private KeyFigure members() {
        SalesSum sales = figures.sales();
        if (figures.facts().ofSome()) {
            return key(
                    "members.some",
                    new Cell.Money(sales.memberSales()),
                    Cell.Share.of(sales.repeatSales(), sales.memberSales()).text(write));
        }
        return key(
                "members",
                Cell.Share.of(sales.memberSales(), sales.sales()),
                new Cell.Money(sales.memberSales()).text(write),
                Cell.Share.of(sales.repeatSales(), sales.sales()).text(write));
    }

    private KeyFigure burn() {
        PointsFlow.Line whole = figures.flow().whole();
        return key(
                "burn",
                Cell.Share.of(whole.burned(), whole.earned()),
                write.whole(whole.burned()),
                write.whole(whole.earned()));
    }

    private KeyFigure open() {
        Ageing ageing = figures.ageing();
        String value = new Cell.Money(ageing.value()).text(write);
        if (ageing.expected().isEmpty()) {
            return key("open.young", new Cell.Whole(ageing.points()), value);
        }
        long cost = Math.round(ageing.expected().getAsDouble());
        return key(
                "open", new Cell.Whole(ageing.points()), value, new Cell.Money(cost).text(write));
    }

    private KeyFigure breakage() {
        Breakage breakage = figures.breakage();
        if (breakage.estimate().isEmpty()) {
            return key(
                    "breakage.young",
                    new Cell.Share(Double.NaN),
                    Cell.percent(breakage.lowest(), write),
                    Cell.percent(breakage.highest(), write));
        }
        return key(
                "breakage",
                new Cell.Share(breakage.estimate().getAsDouble()),
                Cell.percent(breakage.lowest(), write),
                Cell.percent(breakage.highest(), write));
    }

    private KeyFigure elsewhere() {
        return key(
                "elsewhere",
                Cell.Share.of(figures.burnedElsewhere(), figures.burned()),
                write.whole(figures.burnedElsewhere()),
                write.whole(figures.burned()));
    }

    private KeyFigure key(String name, Cell figure, Object... detail) {
        return new KeyFigure(
                figure.text(write),
                language.text("programme.key." + name),
                language.text("programme.key." + name + ".detail", detail));
    }
}
