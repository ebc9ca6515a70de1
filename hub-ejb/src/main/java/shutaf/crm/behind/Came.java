package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who bought on how many days: all of them, or those of a forecast's time, of customers whom the
 * forecast knew.
 *
 * @param repeats days of purchase after the first up to the forecast's day; any when left out
 * @param until the last day that the forecast knew; who first bought later does not count, nor does
 *     a day up to then
 * @param since the first day that counts; the day after {@code until} when left out
 * @param upto the last day that counts; the last of all when left out
 */
public record Came(
        Optional<Range> repeats,
        Optional<LocalDate> until,
        Optional<LocalDate> since,
        Optional<LocalDate> upto)
        implements Question {
    static final String KIND = "came";

    /** On any day of all. */
    public static Came everyDay() {
        return new Came(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** After a forecast's day. */
    public static Came after(LocalDate until, Optional<Range> repeats) {
        return new Came(repeats, Optional.of(until), Optional.empty(), Optional.empty());
    }

    /** After a forecast's day, in a part of its time. */
    public static Came after(LocalDate until, LocalDate since, LocalDate upto) {
        return new Came(
                Optional.empty(), Optional.of(until), Optional.of(since), Optional.of(upto));
    }

    static Question of(Parameters asked) {
        return new Came(
                asked.range("x", 0, Frequency.AND_MORE),
                asked.day("until"),
                asked.day("since"),
                asked.day("upto"));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Rank rank() {
        return Rank.TIMES;
    }

    @Override
    public Part members(ReportFilter filter) {
        Part days = Part.of("select b.member_id, count(*) as worth from bought b");
        if (until.isPresent()) {
            days = days.then(Part.of("join ("))
                    .then(new Frequency(repeats, until).members(filter))
                    .then(Part.of(") known using (member_id) where b.day > ?", until.get()));
        } else {
            days = days.then(Part.of("where true"));
        }
        return days.then(since.map(day -> Part.of("and b.day >= ?", day)).orElse(Part.of("")))
                .then(upto.map(day -> Part.of("and b.day <= ?", day)).orElse(Part.of("")))
                .then(Part.of("group by b.member_id"));
    }

    @Override
    public String sentence() {
        return until.isEmpty() ? KIND : KIND + (since.isPresent() ? ".week" : ".until");
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("x", repeats.map(Range::written))
                .and("until", until)
                .and("since", since)
                .and("upto", upto)
                .all();
    }

    @Override
    public List<Object> told() {
        if (until.isEmpty()) {
            return List.of();
        }
        Frequency known = new Frequency(repeats, until);
        Phrase whose = new Phrase(known.sentence(), known.told());
        return since.isPresent()
                ? List.of(whose, since.get(), upto.<Object>map(day -> day).orElse(""))
                : List.of(whose, until.get());
    }
}
