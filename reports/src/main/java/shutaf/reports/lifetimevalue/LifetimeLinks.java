package shutaf.reports.lifetimevalue;

import shutaf.crm.behind.Came;
import shutaf.crm.behind.Decile;
import shutaf.crm.behind.Expected;
import shutaf.crm.behind.Frequency;
import shutaf.crm.behind.Newer;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Range;
import shutaf.crm.behind.Spending;
import shutaf.reports.asked.MembersLinks;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * What each figure of a lifetime value report opens: the address of the list of the members whom it
 * counts, or of whom it expects something. Empty where a figure counts nobody.
 */
public final class LifetimeLinks {
    private final LifetimeFigures figures;
    private final LocalDate until;
    private final MembersLinks links;
    private final UnaryOperator<String> written;

    private LifetimeLinks(LifetimeReport report, UnaryOperator<String> written) {
        this.figures = report.figures();
        this.until = figures.base().calibrationEnd();
        this.links = report.links();
        this.written = written;
    }

    /** For pages: addresses without the site. */
    public static LifetimeLinks ofPages(LifetimeReport report) {
        return new LifetimeLinks(report, address -> address);
    }

    /** For files, which are read elsewhere: whole addresses. */
    static LifetimeLinks ofFiles(LifetimeReport report) {
        return new LifetimeLinks(report, report.links()::whole);
    }

    private String to(Question question, long figure) {
        return figure == 0 ? "" : written.apply(links.to(question));
    }

    /** All customers whom the models saw. */
    String customers() {
        return to(
                new Frequency(Optional.empty(), Optional.of(until)),
                figures.base().customers().size());
    }

    /** Those of them who came back by then. */
    String repeaters() {
        return to(
                new Frequency(Optional.of(new Range(1, Frequency.AND_MORE)), Optional.of(until)),
                figures.patterns().repeaters());
    }

    /** Who came too late for the models. */
    String newer() {
        return to(new Newer(until), figures.base().newInHoldout());
    }

    /** Whose spending was read. */
    String spending() {
        return to(new Spending(until, Spending.Paid.SOMETHING), figures.spend().customers());
    }

    /** Who came back and paid nothing. */
    String unpaid() {
        return to(new Spending(until, Spending.Paid.NOTHING), figures.spend().leftOut());
    }

    /** Everybody of whom anything is expected. */
    String expected() {
        return to(new Expected(), figures.base().customers().size());
    }

    /** The customers of a fit: of spending, or of buying. */
    String fitted(String model) {
        return model.equals("gg") ? spending() : customers();
    }

    /** Who bought in the holdout. */
    String came(HoldoutCheck check) {
        return to(Came.after(until, Optional.empty()), check.actual());
    }

    /** Who bought in a week of it. */
    String came(HoldoutCheck check, int week) {
        LocalDate before = week == 0 ? until : check.weeks().get(week - 1).last();
        HoldoutCheck.Week asked = check.weeks().get(week);
        return to(Came.after(until, before.plusDays(1), asked.last()), asked.actual());
    }

    /** A class of customers by how often they had come back. */
    String of(HoldoutCheck.FrequencyClass one) {
        return to(new Frequency(range(one), Optional.of(until)), one.customers());
    }

    /** Who of them bought in the holdout. */
    String came(HoldoutCheck.FrequencyClass one) {
        return to(Came.after(until, range(one)), one.actual());
    }

    private static Optional<Range> range(HoldoutCheck.FrequencyClass one) {
        return Optional.of(new Range(one.x(), one.andMore() ? Frequency.AND_MORE : one.x()));
    }

    /**
     * A tenth of all by value, as the last night cut them; none in a narrowed report, whose tenths
     * are other people.
     */
    public String decile(int tenth) {
        return links.filter().isNarrow() ? "" : to(new Decile(OptionalInt.of(tenth)), tenth);
    }
}
