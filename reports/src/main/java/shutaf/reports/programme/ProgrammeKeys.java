package shutaf.reports.programme;

import shutaf.crm.behind.Burned;
import shutaf.crm.behind.PointsFlowed;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Sold;
import shutaf.reports.asked.MembersLinks;
import shutaf.reports.document.FigureText;
import shutaf.reports.document.KeyFigure;
import shutaf.reports.document.ReportLanguage;
import shutaf.shared.PartnerId;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The five figures that page and cover begin with. */
final class ProgrammeKeys {
    private final ProgrammeFigures figures;
    private final ReportLanguage language;
    private final FigureText write;
    private final Function<Question, String> address;

    private ProgrammeKeys(
            ProgrammeFigures figures, ReportLanguage language, Function<Question, String> address) {
        this.figures = figures;
        this.language = language;
        this.write = language.figures();
        this.address = address;
    }

    /** For a page, whose links begin at the site's root. */
    static List<KeyFigure> ofPage(ProgrammeReport report, ReportLanguage language) {
        return all(new ProgrammeKeys(report.figures(), language, report.links()::to));
    }

    /** For a file, which is read elsewhere. */
    static List<KeyFigure> ofFile(ProgrammeReport report, ReportLanguage language) {
        MembersLinks links = report.links();
        return all(new ProgrammeKeys(report.figures(), language, q -> links.whole(links.to(q))));
    }

    private static List<KeyFigure> all(ProgrammeKeys keys) {
        return List.of(keys.members(), keys.burn(), keys.open(), keys.breakage(), keys.elsewhere());
    }

    private KeyFigure members() {
        SalesSum sales = figures.sales();
        if (figures.facts().ofSome()) {
            return key(
                            "members.some",
                            new Cell.Money(sales.memberSales()),
                            Cell.Share.of(sales.repeatSales(), sales.memberSales())
                                    .text(write))
                    .opening(
                            sold(Sold.What.MEMBERS, sales.memberSales()),
                            sold(repeat(), sales.repeatSales()));
        }
        return key(
                        "members",
                        Cell.Share.of(sales.memberSales(), sales.sales()),
                        new Cell.Money(sales.memberSales()).text(write),
                        Cell.Share.of(sales.repeatSales(), sales.sales()).text(write))
                .opening(
                        sold(Sold.What.MEMBERS, sales.memberSales()),
                        sold(repeat(), sales.repeatSales()));
    }

    private Sold.What repeat() {
        return figures.facts().scope().equals(PartnerId.HUB)
                ? Sold.What.REPEAT_ANYWHERE
                : Sold.What.REPEAT;
    }

    /** Nobody is behind nothing. */
    private String unlessZero(long figure, Question question) {
        return figure == 0 ? "" : address.apply(question);
    }

    private String sold(Sold.What what, long minor) {
        return unlessZero(minor, new Sold(what, Optional.empty(), Optional.empty()));
    }

    private String points(PointsFlowed.What what, long points) {
        return unlessZero(
                points,
                new PointsFlowed(what, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private KeyFigure burn() {
        PointsFlow.Line whole = figures.flow().whole();
        return key(
                        "burn",
                        Cell.Share.of(whole.burned(), whole.earned()),
                        write.whole(whole.burned()),
                        write.whole(whole.earned()))
                .opening(
                        points(PointsFlowed.What.SPENT_NET, whole.burned()),
                        points(PointsFlowed.What.EARNED, whole.earned()));
    }

    private KeyFigure open() {
        Ageing ageing = figures.ageing();
        String value = new Cell.Money(ageing.value()).text(write);
        if (ageing.expected().isEmpty()) {
            return key("open.young", new Cell.Whole(ageing.points()), value)
                    .opening(unlessZero(ageing.points(), Ageing.ALL), "");
        }
        long cost = Math.round(ageing.expected().getAsDouble());
        return key("open", new Cell.Whole(ageing.points()), value, new Cell.Money(cost).text(write))
                .opening(unlessZero(ageing.points(), Ageing.ALL), "");
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
                        write.whole(figures.burned()))
                .opening(
                        burned(Burned.What.FOREIGN, figures.burnedElsewhere()),
                        burned(Burned.What.TAKEN, figures.burned()));
    }

    private String burned(Burned.What what, long points) {
        return unlessZero(points, new Burned(false, what, Optional.empty(), Optional.empty()));
    }

    private KeyFigure key(String name, Cell figure, Object... detail) {
        return new KeyFigure(
                figure.text(write),
                language.text("programme.key." + name),
                language.text("programme.key." + name + ".detail", detail));
    }
}
