package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A point of a survival curve: to whom it happened by then, or who was still watched.
 *
 * @param waiting what the curve waits for
 * @param outcome how the watching ended
 * @param days how many days it took; any when left out
 * @param group of which group; of all when left out
 */
public record Survival(
        Waiting waiting, Outcome outcome, Optional<Range> days, Optional<Group> group)
        implements Question {
    static final String KIND = "survival";

    /** How the watching ended. */
    public enum Outcome {
        /** In one way or the other. */
        WATCHED(""),
        /** It happened. */
        HAPPENED("and w.happened"),
        /** It had not happened when the days ended. */
        ENDED("and not w.happened");

        private final String condition;

        Outcome(String condition) {
            this.condition = condition;
        }
    }

    /** All whom a curve is of. */
    public static Survival all(Waiting waiting) {
        return new Survival(waiting, Outcome.WATCHED, Optional.empty(), Optional.empty());
    }

    /** Those to whom it happened within so many days. */
    public static Survival by(Waiting waiting, long day) {
        return new Survival(
                waiting,
                Outcome.HAPPENED,
                Optional.of(new Range(0, Math.toIntExact(day))),
                Optional.empty());
    }

    /** Those to whom it had not happened before that day, and who were watched until then. */
    public static Survival before(Waiting waiting, long day) {
        return new Survival(
                waiting,
                Outcome.WATCHED,
                Optional.of(new Range(Math.toIntExact(day), Frequency.AND_MORE)),
                Optional.empty());
    }

    /** Those whose watching ended in that way on that day. */
    public static Survival on(Waiting waiting, Outcome outcome, long day) {
        int only = Math.toIntExact(day);
        return new Survival(waiting, outcome, Optional.of(new Range(only, only)), Optional.empty());
    }

    /** The same of one group. */
    public Survival of(Group.By by, String name) {
        return new Survival(waiting, outcome, days, Optional.of(new Group(by, name)));
    }

    static Question of(Parameters asked) {
        Optional<Waiting> waiting = asked.one("waiting", Waiting.class);
        Optional<Outcome> outcome = asked.one("outcome", Outcome.class);
        if (waiting.isEmpty()) {
            asked.refuse("waiting");
        }
        if (outcome.isEmpty()) {
            asked.refuse("outcome");
        }
        return new Survival(
                waiting.orElse(Waiting.SECOND),
                outcome.orElse(Outcome.WATCHED),
                asked.range("days", 0, Frequency.AND_MORE),
                Group.of(asked));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        boolean ofPeople = waiting == Waiting.REDEMPTION
                || group.filter(g -> g.by() == Group.By.QUARTER || g.by() == Group.By.TIER)
                        .isPresent();
        return Part.of("with")
                .then(ofPeople ? Known.members(filter) : Known.UNTIL)
                .then(Part.of("select w.member_id from ("))
                .then(waiting.query(filter))
                .then(Part.of(") w where true " + outcome.condition))
                .then(days.map(d -> Part.of("and w.waited between ? and ?", d.least(), d.most()))
                        .orElse(Part.of("")))
                .then(group.map(g -> g.condition(filter)).orElse(Part.of("")));
    }

    @Override
    public String sentence() {
        return KIND + "." + waiting.name() + "." + outcome.name();
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("waiting", Optional.of(waiting.name().toLowerCase(Locale.ROOT)))
                .and("outcome", Optional.of(outcome.name().toLowerCase(Locale.ROOT)))
                .and("days", days.map(Range::written))
                .and("by", group.map(g -> g.by().name().toLowerCase(Locale.ROOT)))
                .and("group", group.map(Group::name))
                .all();
    }

    @Override
    public List<Object> told() {
        return List.of(
                days.map(Survival::when).orElseGet(() -> Phrase.of("when")),
                group.<Object>map(Group::phrase).orElse(""));
    }

    private static Phrase when(Range days) {
        if (days.least() == days.most()) {
            return Phrase.of("when.on", days.least());
        }
        if (days.most() == Frequency.AND_MORE) {
            return Phrase.of("when.from", days.least());
        }
        return days.least() == 0
                ? Phrase.of("when.by", days.most())
                : Phrase.of("when.between", days.toString());
    }
}
