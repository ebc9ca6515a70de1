package shutaf.reports.retention;

import shutaf.crm.behind.Came;
import shutaf.crm.behind.Cohort;
import shutaf.crm.behind.Group;
import shutaf.crm.behind.Paid;
import shutaf.crm.behind.Participation;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Range;
import shutaf.crm.behind.Reached;
import shutaf.crm.behind.Repeat;
import shutaf.crm.behind.Rfm;
import shutaf.crm.behind.Silence;
import shutaf.crm.behind.Survival;
import shutaf.crm.behind.Survival.Outcome;
import shutaf.crm.behind.Waiting;
import shutaf.reports.asked.MembersLinks;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * What each figure of a retention report opens: the address of the list of the members whom it
 * counts. Empty where a figure counts nobody, or nobody who could be listed.
 */
public final class RetentionLinks {
    private final RetentionSummary summary;
    private final MembersLinks links;
    private final UnaryOperator<String> written;

    private RetentionLinks(RetentionReport report, UnaryOperator<String> written) {
        this.summary = report.figures().summary();
        this.links = report.links();
        this.written = written;
    }

    /** For pages: addresses without the site. */
    public static RetentionLinks ofPages(RetentionReport report) {
        return new RetentionLinks(report, address -> address);
    }

    /** For files, which are read elsewhere: whole addresses. */
    static RetentionLinks ofFiles(RetentionReport report) {
        return new RetentionLinks(report, report.links()::whole);
    }

    private String to(Question question, long figure) {
        return figure == 0 ? "" : written.apply(links.to(question));
    }

    /** All customers. */
    public String customers() {
        return to(new Cohort(Optional.empty(), OptionalInt.empty()), summary.customers());
    }

    /** All days of purchase. */
    public String days() {
        return to(Came.everyDay(), summary.customerDays());
    }

    /** Who bought on more than one day. */
    public String repeaters() {
        return to(new Repeat(Repeat.Buyers.MORE), summary.repeatCustomers());
    }

    /** Who had 90 days to come back. */
    public String longEnough() {
        return to(new Repeat(Repeat.Buyers.LONG_ENOUGH), summary.eligible90d());
    }

    /** Who of them did. */
    public String soon() {
        return to(new Repeat(Repeat.Buyers.SOON), summary.repeat90d());
    }

    /** A cohort. */
    public String cohort(YearMonth cohort, long size) {
        return to(new Cohort(Optional.of(cohort), OptionalInt.empty()), size);
    }

    /** Who of a cohort bought so many months later. */
    public String cell(CohortCell cell) {
        return to(new Cohort(Optional.of(cell.cohort()), OptionalInt.of(cell.k())), cell.active());
    }

    /** Who of all cohorts bought so many months later. */
    public String month(RetentionFigures.AllCohorts all) {
        return to(new Cohort(Optional.empty(), OptionalInt.of(all.k())), all.active());
    }

    /** All who could have. */
    public String reached(RetentionFigures.AllCohorts all) {
        return to(new Reached(all.k()), all.size());
    }

    /** What a share is a part of; sales to nobody known have no list. */
    String whole(MemberRate rate, MemberFigures.Ratio ratio) {
        return switch (rate) {
            case PARTICIPATION, ENGAGEMENT ->
                to(new Participation(Participation.Who.ALL), ratio.whole());
            case REACTIVATION -> to(new Silence(Silence.Ended.OR_NOT), ratio.whole());
            case MEMBER_SALES -> "";
            case REPEATER_SALES, LATER_SALES -> to(new Paid(Paid.What.ALL), ratio.whole());
        };
    }

    /** The part. */
    String part(MemberRate rate, MemberFigures.Ratio ratio) {
        Question part = switch (rate) {
            case PARTICIPATION -> new Participation(Participation.Who.BOUGHT);
            case ENGAGEMENT -> new Participation(Participation.Who.ENGAGED);
            case REACTIVATION -> new Silence(Silence.Ended.BROKEN);
            case MEMBER_SALES -> new Paid(Paid.What.ALL);
            case REPEATER_SALES -> new Paid(Paid.What.REPEATERS);
            case LATER_SALES -> new Paid(Paid.What.LATER);
        };
        return to(part, ratio.part());
    }

    /** To whom it happened within so many days. */
    String happened(Waiting waiting, long day, long members) {
        return to(Survival.by(waiting, day), members);
    }

    /** Who was still watched at the beginning of that day. */
    String before(Waiting waiting, long day, long members) {
        return to(Survival.before(waiting, day), members);
    }

    /** To whom it happened on that day. */
    String on(Waiting waiting, SurvivalCurve.Step step) {
        return to(Survival.on(waiting, Outcome.HAPPENED, step.day()), step.events());
    }

    /** Whose watching ended on that day. */
    String ended(Waiting waiting, SurvivalCurve.Step step) {
        return to(Survival.on(waiting, Outcome.ENDED, step.day()), step.censored());
    }

    /** All of a group. */
    String group(MemberFigures.Grouping grouping, String name, long members) {
        return to(Survival.all(Waiting.SECOND).of(by(grouping), name), members);
    }

    /** Who of a group bought a second time within so many days. */
    String again(MemberFigures.Grouping grouping, String name, long day, long members) {
        return to(Survival.by(Waiting.SECOND, day).of(by(grouping), name), members);
    }

    private static Group.By by(MemberFigures.Grouping grouping) {
        return Group.By.valueOf(grouping.name());
    }

    /** Who has these scores of recency and frequency. */
    String scores(String grid, int recency, int frequency, long members) {
        return to(new Rfm(kind(grid), only(recency), only(frequency), Optional.empty()), members);
    }

    /** Who has these scores of recency, frequency and money. */
    String scores(String grid, RfmGrid.Cell cell) {
        return to(
                new Rfm(
                        kind(grid),
                        only(cell.recency()),
                        only(cell.frequency()),
                        only(cell.money())),
                cell.members());
    }

    private static Rfm.Scores kind(String grid) {
        return Rfm.Scores.valueOf(grid.toUpperCase(Locale.ROOT));
    }

    private static Optional<Range> only(int score) {
        return Optional.of(new Range(score, score));
    }
}
