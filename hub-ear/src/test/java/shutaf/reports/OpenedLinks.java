package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import shutaf.crm.MembersBehind;
import shutaf.crm.behind.Parameters;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Questions;
import shutaf.programme.Programme;
import shutaf.purchase.ReportFilter;
import shutaf.reports.asked.MembersLinks;

import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Opens the links of a report's files as a reader would, and holds the list against the figure that
 * the link is over.
 */
final class OpenedLinks {
    private static final Pattern NUMBER = Pattern.compile("-?[\\d,]+(\\.\\d+)?");
    private static final String BESIDE = "_url";
    private static final int CENTS = 100;

    private final Programme programme;
    private final MembersLinks links;
    private final Map<String, Opened> opened = new HashMap<>();
    private final Set<String> counted = new TreeSet<>();
    private final List<FileLinks.Link> shares = new ArrayList<>();

    private record Opened(Question question, MembersBehind.Size size) {
        /** What the list counts, in the unit of its figure. */
        private long figure() {
            return question.rank().own() ? size.worth() : size.members();
        }

        private boolean ofMoney() {
            return question.rank() == Question.Rank.MONEY;
        }
    }

    OpenedLinks(Programme programme, MembersLinks links) {
        this.programme = programme;
        this.links = links;
    }

    /** How many lists were held against a number. */
    int counted() {
        return counted.size();
    }

    /** The list behind an address has as much in it as the file says: minor units for money. */
    void holds(String address, long figure, String where) {
        assertThat(open(address).figure()).as("%s: %s", where, address).isEqualTo(figure);
        counted.add(address);
    }

    /** A forecast opens everybody of whom it is. */
    private void expects(String address, String where) {
        assertThat(open(address).size().members()).as("%s: %s", where, address).isPositive();
    }

    /**
     * All figures of a JSON text with an address beside them.
     *
     * @param members figures whose lists are named by people and not by a sum of money; in them no
     *     number above 0 may lack its address
     */
    void json(String text, Pattern members) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            each("", reader.readObject(), members);
        }
    }

    private void each(String path, JsonObject object, Pattern members) {
        object.forEach((name, value) -> {
            String place = path + "." + name;
            if (value instanceof JsonObject inner) {
                each(place, inner, members);
            } else if (value instanceof JsonArray list) {
                list.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .forEach(inner -> each(place, inner, members));
            } else if (value instanceof JsonNumber number) {
                String address = object.getString(name + BESIDE, "");
                if (!address.isEmpty() && number.isIntegral()) {
                    holds(address, number.longValueExact(), place);
                } else if (!address.isEmpty()) {
                    expects(address, place);
                } else if (members.matcher(place).matches()) {
                    assertThat(number.longValueExact()).as("no list: %s", place).isZero();
                }
            }
        });
    }

    /** All links of a book. */
    void book(byte[] xlsx) {
        Map<String, Map<String, String>> formats = new HashMap<>();
        for (FileLinks.Link link : FileLinks.ofBook(xlsx)) {
            String[] place = link.place().split("!");
            String format = formats.computeIfAbsent(
                            place[0], s -> FileLinks.formats(xlsx, Integer.parseInt(s)))
                    .get(place[1]);
            Opened list = open(link.address());
            double figure = Double.parseDouble(link.figure());
            boolean counts = list.ofMoney() || figure == Math.rint(figure);
            if (list.question().ofScores() || !(counts || format.endsWith("%"))) {
                forecast(link);
            } else if (format.endsWith("%")) {
                shares.add(link);
            } else {
                long unit = list.ofMoney() ? CENTS : 1;
                holds(link.address(), Math.round(figure * unit), "cell " + link.place());
            }
        }
    }

    /** All links of a paper: whole shekels for money, and figures inside a few words. */
    void paper(byte[] pdf) {
        for (FileLinks.Link link : FileLinks.ofPaper(pdf)) {
            Optional<Long> figure = whole(link.figure());
            Opened list = open(link.address());
            if (list.question().ofScores() || link.figure().matches("[\\d,]+\\.\\d\\d")) {
                forecast(link);
            } else if (figure.isPresent()) {
                long unit = list.ofMoney() ? CENTS : 1;
                assertThat(list.figure() / unit)
                        .as("page %s: %s", link.place(), link)
                        .isEqualTo(figure.get());
                counted.add(link.address());
            } else if (!link.figure().contains("%")) {
                String written = String.format("%,d", list.figure());
                assertThat(link.figure()).as("page %s", link.place()).contains(written);
            } else {
                shares.add(link);
            }
        }
    }

    /** A mean or a number that is expected: nothing to count, but somebody of whom it is. */
    private void forecast(FileLinks.Link link) {
        expects(link.address(), link.toString());
    }

    /** At the end: each share opens a list that was held against a count somewhere. */
    void sharesAreOfCounts() {
        assertThat(shares)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(counted.contains(link.address()))
                        .as("%s", link)
                        .isTrue());
    }

    /** The one number that a text is; the star of a month that is not over left out. */
    private static Optional<Long> whole(String text) {
        Matcher number = NUMBER.matcher(text.replace("*", "").strip());
        return number.matches() && number.group(1) == null
                ? Optional.of(Long.parseLong(number.group().replace(",", "")))
                : Optional.empty();
    }

    private Opened open(String address) {
        return opened.computeIfAbsent(address, a -> {
            String site = links.site().orElseThrow() + "/crm/behind?";
            assertThat(a).startsWith(site);
            Map<String, String> given = parameters(a.substring(site.length()));
            Question question = Questions.asked(new Parameters(given)).orElseThrow();
            ReportFilter filter = links.filter();
            isNarrowed(given, question, filter);
            return new Opened(
                    question,
                    programme.call(
                            () -> programme.bean(MembersBehind.class).size(question, filter)));
        });
    }

    /** The address narrows the list as the report is narrowed. */
    private void isNarrowed(Map<String, String> given, Question question, ReportFilter filter) {
        boolean days = !question.ofScores();
        assertThat(given.getOrDefault("partner", "")).isEqualTo(links.partner());
        assertThat(given.getOrDefault("from", ""))
                .isEqualTo(days ? filter.from().map(Object::toString).orElse("") : "");
        assertThat(given.getOrDefault("to", ""))
                .isEqualTo(days ? filter.to().map(Object::toString).orElse("") : "");
        assertThat(given.getOrDefault("tier", "")).isEqualTo(filter.tier().orElse(""));
        assertThat(given.getOrDefault("segment", ""))
                .isEqualTo(filter.segment().map(Enum::name).orElse(""));
    }

    private static Map<String, String> parameters(String address) {
        Function<String, String> decoded = t -> URLDecoder.decode(t, StandardCharsets.UTF_8);
        return Arrays.stream(address.split("&"))
                .map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> decoded.apply(p[0]), p -> decoded.apply(p[1])));
    }
}
