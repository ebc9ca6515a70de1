package shutaf.reports.retention;

import shutaf.crm.behind.Waiting;
import shutaf.reports.document.CsvText;
import shutaf.reports.retention.MemberFigures.Grouping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The members' figures of a retention report for programs, unrounded. */
public final class MemberFiles {

    private final MemberFigures members;
    private final RetentionLinks links;
    private final Map<Name, String> figures = new LinkedHashMap<>();
    private final Map<Name, String> addresses = new HashMap<>();

    private MemberFiles(RetentionReport report) {
        this.members = report.members();
        this.links = RetentionLinks.ofFiles(report);
    }

    /**
     * One figure a line as CSV: the part of the report, the item in it, the figure's name, its
     * value. A value that does not exist is empty.
     */
    public static String csv(RetentionReport report) {
        MemberFiles files = new MemberFiles(report);
        StringBuilder csv = new StringBuilder("part,item,figure,value\n");
        files.figures()
                .forEach((name, value) -> csv.append(name.part())
                        .append(',')
                        .append(CsvText.field(name.item()))
                        .append(',')
                        .append(name.figure())
                        .append(',')
                        .append(value)
                        .append('\n'));
        return csv.toString();
    }

    /**
     * The same as the members of a JSON object, each on a line that begins with two blanks; beside
     * a figure whose members are listed, the address of the list under the figure's name with
     * {@code _url}.
     */
    static String json(RetentionReport report) {
        MemberFiles files = new MemberFiles(report);
        Map<String, Map<String, List<String>>> parts = new LinkedHashMap<>();
        files.figures().forEach((name, value) -> {
            List<String> written = parts.computeIfAbsent(name.part(), part -> new LinkedHashMap<>())
                    .computeIfAbsent(name.item(), item -> new ArrayList<>());
            written.add("\"" + name.figure() + "\": " + (value.isEmpty() ? "null" : value));
            String address = files.addresses.getOrDefault(name, "");
            if (!address.isEmpty()) {
                written.add("\"" + name.figure() + "_url\": \"" + address + "\"");
            }
        });
        List<String> written = new ArrayList<>();
        parts.forEach((part, items) -> {
            List<String> lines = new ArrayList<>();
            items.forEach((item, values) -> lines.add("    \"" + item.replaceAll("[\"\\\\]", "")
                    + "\": {" + String.join(", ", values) + "}"));
            written.add("  \"" + part + "\": {\n" + String.join(",\n", lines) + "\n  }");
        });
        return String.join(",\n", written);
    }

    private record Name(String part, String item, String figure) {}

    private Map<Name, String> figures() {
        members.rates().forEach((rate, ratio) -> {
            put("rates", rate.key(), "part", ratio.part(), links.part(rate, ratio));
            put("rates", rate.key(), "whole", ratio.whole(), links.whole(rate, ratio));
            put("rates", rate.key(), "share", ratio.share());
        });
        curve(Waiting.SECOND, members.secondPurchase());
        curve(Waiting.GONE, members.churn());
        curve(Waiting.REDEMPTION, members.redemption());
        for (Grouping grouping : Grouping.values()) {
            members.groups(grouping)
                    .forEach(group -> group(grouping, group.getKey(), group.getValue()));
        }
        grid("parts", members.byParts());
        grid("ties", members.byTies());
        return figures;
    }

    private void put(String part, String item, String figure, long value, String address) {
        Name name = new Name(part, item, figure);
        figures.put(name, Long.toString(value));
        addresses.put(name, address);
    }

    private void put(String part, String item, String figure, double value) {
        figures.put(new Name(part, item, figure), number(value));
    }

    private void curve(Waiting waiting, SurvivalCurve curve) {
        String part = Writing.key(waiting);
        for (SurvivalCurve.Step step : curve.steps()) {
            String day = Long.toString(step.day());
            String risk = links.before(waiting, step.day(), step.atRisk());
            put(part, day, "at_risk", step.atRisk(), risk);
            put(part, day, "events", step.events(), links.on(waiting, step));
            put(part, day, "censored", step.censored(), links.ended(waiting, step));
            put(part, day, "survival", step.survival());
            put(part, day, "low", step.low());
            put(part, day, "high", step.high());
        }
    }

    private void group(Grouping grouping, String item, SurvivalCurve curve) {
        String part = "second_purchase_by_" + grouping.key();
        long all = curve.watched();
        put(part, item, "members", all, links.group(grouping, item, all));
        String ever = links.again(grouping, item, curve.lastDay(), curve.happened());
        put(part, item, "bought_again", curve.happened(), ever);
        for (SurvivalCurve.Mark mark : curve.marks()) {
            String day = "_" + mark.days();
            String again = links.again(grouping, item, mark.days(), mark.happened());
            put(part, item, "bought_again" + day, mark.happened(), again);
            put(part, item, "survival" + day, mark.survival());
            put(part, item, "low" + day, mark.low());
            put(part, item, "high" + day, mark.high());
        }
    }

    private void grid(String key, RfmGrid grid) {
        for (RfmGrid.Cell cell : grid.cells()) {
            String item = String.format(
                    Locale.ROOT, "r%d f%d m%d", cell.recency(), cell.frequency(), cell.money());
            put("rfm_" + key, item, "members", cell.members(), links.scores(key, cell));
        }
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
