package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.BusinessCard;
import shutaf.crm.LosingMembers;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.score.Scores;
import shutaf.crm.score.Scoring;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.shared.PartnerId;
import shutaf.web.errors.Missing;
import shutaf.web.look.Words;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What kinds of customers there are, what they are worth, and by which rules they are told. */
@Named("segmentsPage")
@RequestScoped
public class SegmentsPage {
    private static final int PER_MILLE = 1000;
    private static final int ONE_PERCENT = 10_000;

    @Inject
    private Scores scores;

    @Inject
    private LosingMembers losing;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private Words words;

    private String partner = "";
    private Optional<Scoring> scoring = Optional.empty();
    private List<Row> rows = List.of();
    private long members;
    private long valueMinor;
    private long leaving;

    /**
     * A segment.
     *
     * @param segment which
     * @param rule by what it is told, a sentence
     * @param members how many
     * @param perMille their share of all, in tenths of a percent
     * @param valueMinor their expected value of twelve months
     * @param valuePerMille its share of all value
     * @param alivePerMille their mean chance of another purchase
     */
    public record Row(
            Segment segment,
            String rule,
            long members,
            long perMille,
            long valueMinor,
            long valuePerMille,
            long alivePerMille) {}

    /** Reads the segments of the address's partner; one that does not exist is a 404. */
    public void open() {
        Optional<BusinessCard> one =
                partner.isEmpty() ? Optional.empty() : partners.byCode(partner);
        if (one.isEmpty() && !partner.isEmpty()) {
            Missing.page();
            return;
        }
        PartnerId scope = one.map(BusinessCard::id).orElse(PartnerId.HUB);
        scoring = scores.scoring(scope);
        Map<Segment, Scores.Group<Segment>> groups = scores.segments(scope).stream()
                .collect(Collectors.toMap(Scores.Group::name, Function.identity()));
        members = groups.values().stream().mapToLong(Scores.Group::members).sum();
        valueMinor =
                groups.values().stream().mapToLong(Scores.Group::valueMinor).sum();
        leaving = losing.count(ReportFilter.of(scope));
        rows = Arrays.stream(Segment.values())
                .filter(s -> s != Segment.UNKNOWN || groups.containsKey(s))
                .map(s -> row(groups.getOrDefault(s, new Scores.Group<>(s, 0, 0, 0))))
                .toList();
    }

    private Row row(Scores.Group<Segment> group) {
        return new Row(
                group.name(),
                rule(group.name()),
                group.members(),
                share(group.members(), members),
                group.valueMinor(),
                share(group.valueMinor(), valueMinor),
                group.alivePerMille());
    }

    private static long share(long part, long whole) {
        return whole <= 0 ? 0 : (2 * PER_MILLE * part + whole) / (2 * whole);
    }

    private String rule(Segment segment) {
        return words.of(
                "segment.rule." + segment,
                Segment.NEW_WEEKS,
                Segment.PROMISING_TENTH,
                Segment.CHAMPION_TENTH,
                Segment.LOYAL_REPEATS,
                Segment.LOSING / ONE_PERCENT + "%",
                Segment.LOST / ONE_PERCENT + "%");
    }

    /** How the scores came about; null before the first. */
    public Scoring getScoring() {
        return scoring.orElse(null);
    }

    /** The segments in their order. */
    public List<Row> getRows() {
        return rows;
    }

    /** Everybody who is scored. */
    public long getMembers() {
        return members;
    }

    /** What all of them are expected to be worth. */
    public long getValueMinor() {
        return valueMinor;
    }

    /** Valuable members who are about to be lost. */
    public long getLeaving() {
        return leaving;
    }

    /** The partners to choose from. */
    public List<BusinessCard> getPartners() {
        return partners.all();
    }

    /** The chosen partner's code, empty for the coalition. */
    public String getPartner() {
        return partner;
    }

    /** Called by Faces. */
    public void setPartner(String asked) {
        partner = asked == null ? "" : asked;
    }
}
