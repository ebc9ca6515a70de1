package shutaf.web.crm;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.TierDirectory;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.shared.PartnerId;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * To what an address narrows a report, read and checked once for pages and files alike: by partner,
 * first and last day, tier and segment, all of which may be left out or empty.
 *
 * @param filter what the report reads; means nothing while something is wrong
 * @param partner the chosen partner, if there is one
 * @param given what the address says, as it says it
 * @param wrong what cannot be followed; empty when all can
 * @param partners the partners to choose from
 * @param tiers the tiers to choose from
 */
public record AskedReport(
        ReportFilter filter,
        Optional<BusinessCard> partner,
        Map<String, String> given,
        List<Wrong> wrong,
        List<BusinessCard> partners,
        List<String> tiers) {

    private static final List<String> NAMES = List.of("partner", "from", "to", "tier", "segment");
    private static final int LONGEST = 40;

    /** Keeps its own lists. */
    public AskedReport {
        given = Map.copyOf(given);
        wrong = List.copyOf(wrong);
        partners = List.copyOf(partners);
        tiers = List.copyOf(tiers);
    }

    /**
     * What cannot be followed.
     *
     * @param name of the parameter
     * @param key of the sentence that says so
     * @param value what the address says
     */
    public record Wrong(String name, String key, String value) {}

    /** Reads the parameters of an address. */
    static AskedReport of(
            Map<String, String> parameters, PartnerDirectory directory, TierDirectory levels) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = Optional.ofNullable(parameters.get(name)).orElse("").strip();
            given.put(name, value.substring(0, Math.min(LONGEST, value.length())));
        }
        List<BusinessCard> partners = directory.all();
        List<String> tiers = levels.all();
        List<Wrong> wrong = new ArrayList<>();
        Optional<BusinessCard> partner = partners.stream()
                .filter(p -> p.code().equals(given.get("partner")))
                .findFirst();
        if (partner.isEmpty() && !given.get("partner").isEmpty()) {
            wrong.add(new Wrong("partner", "filter.wrong.partner", given.get("partner")));
        }
        Optional<String> tier = text(given, "tier");
        tier.filter(t -> !tiers.contains(t))
                .ifPresent(t -> wrong.add(new Wrong("tier", "filter.wrong.tier", t)));
        ReportFilter filter = new ReportFilter(
                partner.map(BusinessCard::id).orElse(PartnerId.HUB),
                day(given, "from", wrong),
                day(given, "to", wrong),
                tier,
                segment(given, wrong));
        if (filter.isEmpty()) {
            wrong.add(new Wrong("to", "filter.wrong.order", given.get("from")));
        }
        return new AskedReport(filter, partner, given, wrong, partners, tiers);
    }

    private static Optional<String> text(Map<String, String> given, String name) {
        return Optional.of(given.get(name)).filter(value -> !value.isEmpty());
    }

    private static Optional<Segment> segment(Map<String, String> given, List<Wrong> wrong) {
        Optional<String> text = text(given, "segment");
        Optional<Segment> segment = text.flatMap(name -> Arrays.stream(Segment.values())
                .filter(s -> s.name().equals(name))
                .findFirst());
        if (text.isPresent() && segment.isEmpty()) {
            wrong.add(new Wrong("segment", "filter.wrong.segment", text.get()));
        }
        return segment;
    }

    private static Optional<LocalDate> day(
            Map<String, String> given, String name, List<Wrong> wrong) {
        Optional<String> text = text(given, name);
        Optional<LocalDate> day = text.flatMap(AskedReport::day);
        if (text.isPresent() && day.isEmpty()) {
            wrong.add(new Wrong(name, "filter.wrong.day", text.get()));
        }
        return day;
    }

    /** The day of a text like 2026-11-20; nothing where it is no day, or none of our calendar. */
    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text))
                    .filter(day -> day.getYear() > 0 && day.getYear() < 10_000);
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** The status of an answer that cannot follow: 404 for what is not there, else 400. */
    int status() {
        return wrong.stream().anyMatch(w -> w.key().equals("filter.wrong.partner")) ? 404 : 400;
    }

    /** The parameters once more, for links to the same choice; empty when nothing is chosen. */
    public String query() {
        return query(given);
    }

    /** The same without some of them. */
    String queryBut(Set<String> names) {
        Map<String, String> others = new LinkedHashMap<>(given);
        names.forEach(name -> others.replace(name, ""));
        return query(others);
    }

    /** The same with another partner; an empty code means all. */
    public String withPartner(String code) {
        Map<String, String> other = new LinkedHashMap<>(given);
        other.put("partner", code);
        return query(other);
    }

    private static String query(Map<String, String> parameters) {
        return NAMES.stream()
                .filter(name -> !parameters.get(name).isEmpty())
                .map(name -> name + "="
                        + URLEncoder.encode(parameters.get(name), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** What a file's name says of the choice: {@code -SUPER-2026-01-01-2026-03-31-GOLD}. */
    String fileName() {
        return NAMES.stream()
                .map(given::get)
                .filter(value -> !value.isEmpty())
                .map(value -> "-" + value.replaceAll("[^A-Za-z0-9_-]", ""))
                .collect(Collectors.joining());
    }

    /** Whether anything is chosen. */
    public boolean isChosen() {
        return !query().isEmpty();
    }

    /** Whether a period or a tier is chosen: then "no purchases" may mean "none of these". */
    public boolean isNarrow() {
        return filter.isNarrow();
    }

    /** Whether something cannot be followed. */
    public boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** The chosen partner's code, empty for all. */
    public String getPartner() {
        return given.get("partner");
    }

    /** The first day that was asked for, as it was written. */
    public String getFrom() {
        return given.get("from");
    }

    /** The last day that was asked for, as it was written. */
    public String getTo() {
        return given.get("to");
    }

    /** The segments to choose from. */
    public List<Segment> getSegments() {
        return List.of(Segment.values());
    }

    /** The segment that was asked for. */
    public String getSegment() {
        return given.get("segment");
    }

    /** The tier that was asked for. */
    public String getTier() {
        return given.get("tier");
    }
}
