package shutaf.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Why points were given, withheld or taken: a rule at a version, and the figures it looked at. Kept
 * as key and arguments, so that a member reads it in Hebrew and a partner's engineer in English.
 *
 * @param rule name of the rule, for example "base"
 * @param version version of the rule at that time
 * @param points effect of this rule in points, 0 when it only explains
 * @param line the receipt's line it speaks of, 0 for the whole receipt
 * @param key message key in shutaf/shared/reasons_*.properties
 * @param args figures for the message, already formatted without a language
 */
public record Reason(
        String rule, int version, long points, int line, String key, List<String> args) {
    private static final String FIELD = "\t";
    private static final Pattern SEPARATORS = Pattern.compile("[\\t\\r\\n]");

    /**
     * Copies the arguments; tabs and line ends in them become blanks, since they separate fields
     * when stored.
     */
    public Reason {
        args = args.stream().map(a -> SEPARATORS.matcher(a).replaceAll(" ")).toList();
    }

    /** A reason for the whole receipt. */
    public static Reason of(String rule, int version, long points, String key, String... args) {
        return new Reason(rule, version, points, 0, key, List.of(args));
    }

    /** The stored form of several reasons, one a line. */
    public static String encode(List<Reason> reasons) {
        StringBuilder out = new StringBuilder();
        for (Reason r : reasons) {
            out.append(out.isEmpty() ? "" : "\n").append(r.rule).append(FIELD).append(r.version);
            out.append(FIELD)
                    .append(r.points)
                    .append(FIELD)
                    .append(r.line)
                    .append(FIELD)
                    .append(r.key);
            r.args.forEach(a -> out.append(FIELD).append(a));
        }
        return out.toString();
    }

    /** Reads what {@link #encode} wrote. */
    public static List<Reason> decode(String stored) {
        List<Reason> reasons = new ArrayList<>();
        for (String row : stored.lines().toList()) {
            List<String> f = List.of(row.split(FIELD, -1));
            reasons.add(new Reason(
                    f.get(0),
                    Integer.parseInt(f.get(1)),
                    Long.parseLong(f.get(2)),
                    Integer.parseInt(f.get(3)),
                    f.get(4),
                    f.subList(5, f.size())));
        }
        return reasons;
    }
}
