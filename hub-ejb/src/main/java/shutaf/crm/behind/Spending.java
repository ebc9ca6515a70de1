package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who came back, by what they paid when they did: the model of spending reads those who paid
 * something.
 *
 * @param until the last day that the model sees
 * @param paid whether they paid something
 */
public record Spending(LocalDate until, Paid paid) implements Question {
    static final String KIND = "spending";

    /** What they paid, all their days together. */
    public enum Paid {
        /** More than nothing. */
        SOMETHING("> 0"),
        /** Nothing, or less. */
        NOTHING("<= 0");

        private final String condition;

        Paid(String condition) {
            this.condition = condition;
        }
    }

    static Question of(Parameters asked) {
        Optional<LocalDate> until = asked.day("until");
        Optional<Paid> paid = asked.one("paid", Paid.class);
        if (paid.isEmpty()) {
            asked.refuse("paid");
        }
        if (until.isEmpty()) {
            asked.refuse("until");
        }
        return new Spending(until.orElse(LocalDate.MAX), paid.orElse(Paid.SOMETHING));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Part members(ReportFilter filter) {
        return Part.of("""
                select b.member_id
                from bought b join customer c using (member_id)
                where b.day > c.first and b.day <= ?
                group by b.member_id having sum(b.spent)\s""" + paid.condition, until);
    }

    @Override
    public String sentence() {
        return KIND + "." + paid.name();
    }

    @Override
    public Map<String, String> parameters() {
        return new Written()
                .and("until", Optional.of(until))
                .and("paid", Optional.of(paid.name().toLowerCase(Locale.ROOT)))
                .all();
    }

    @Override
    public List<Object> told() {
        return List.of(until);
    }
}
