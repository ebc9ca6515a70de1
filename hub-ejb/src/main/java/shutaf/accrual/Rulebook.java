package shutaf.accrual;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.partner.Agreements;
import shutaf.partner.Partners;
import shutaf.platform.Sql;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Partners with outlets, agreements and rules, kept for five seconds: every purchase asks, and they
 * change a few times a year. Needs a transaction in the hub's scope.
 */
@ApplicationScoped
public class Rulebook {
    private static final Duration KEPT = Duration.ofSeconds(5);

    @Inject
    private Sql sql;

    @Inject
    private Partners partners;

    @Inject
    private Agreements agreements;

    private volatile Programme programme;
    private final Map<PartnerId, Page> pages = new ConcurrentHashMap<>();

    private record Page(PartnerRules terms, Instant readAt) {}

    /** What counts for that partner; empty when there is none. */
    public Optional<PartnerRules> of(PartnerId partner, Instant now) {
        Page page = pages.get(partner);
        if (page == null || Duration.between(page.readAt, now).abs().compareTo(KEPT) > 0) {
            return reread(partner, now);
        }
        return Optional.of(page.terms);
    }

    /**
     * The same, but surely as it is now: before something is refused because an outlet or agreement
     * is missing.
     */
    public Optional<PartnerRules> reread(PartnerId partner, Instant now) {
        Optional<PartnerRules> read = partners.find(partner)
                .map(p -> new PartnerRules(
                        p, outlets(partner), agreements.approved(partner), rules(partner)));
        read.ifPresentOrElse(
                t -> pages.put(partner, new Page(t, now)), () -> pages.remove(partner));
        return read;
    }

    /** Whether the partner has that outlet, surely as it is now before it says no. */
    public boolean hasOutlet(PartnerId partner, String outlet, Instant now) {
        return of(partner, now).filter(r -> r.outlets().contains(outlet)).isPresent()
                || reread(partner, now)
                        .filter(r -> r.outlets().contains(outlet))
                        .isPresent();
    }

    /**
     * What counts for the whole programme.
     *
     * @param currency ISO 4217 code in which partners settle
     * @param valuePer100Points minor units that a member gets for 100 points
     * @param holdMinutes minutes after which a hold that nobody captured is given back
     */
    public record Programme(String currency, long valuePer100Points, int holdMinutes) {
        /** What so many points buy, rounded down to the minor unit. */
        public Money value(long points) {
            return new Money(
                    Math.floorDiv(Math.multiplyExact(points, valuePer100Points), 100L), currency);
        }
    }

    /** The programme's figures; they do not change while the hub runs. */
    public Programme programme() {
        if (programme == null) {
            programme = sql.first(
                            "select currency, value_per_100_points, hold_minutes from programme",
                            r -> new Programme(r.getString(1), r.getLong(2), r.getInt(3)))
                    .orElseThrow();
        }
        return programme;
    }

    private Set<String> outlets(PartnerId partner) {
        return new HashSet<>(sql.all(
                "select code from outlet where partner_id = ?",
                r -> r.getString(1),
                partner.value()));
    }

    private List<EarnRule> rules(PartnerId partner) {
        return sql.all("""
                select id, name, version, stacking_group, priority, valid_from, valid_to, weekdays,
                    category,
                       points_per_unit, cap_per_receipt
                from earn_rule where partner_id = ? order by id
                """, Rulebook::rule, partner.value());
    }

    private static EarnRule rule(ResultSet r) throws SQLException {
        return new EarnRule(
                r.getLong(1),
                r.getString(2),
                r.getInt(3),
                r.getString(4),
                r.getInt(5),
                r.getObject(6, java.time.OffsetDateTime.class).toInstant(),
                r.getObject(7, java.time.OffsetDateTime.class).toInstant(),
                Arrays.stream(r.getString(8).split(",", -1))
                        .filter(day -> !day.isBlank())
                        .map(java.time.DayOfWeek::valueOf)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(r.getString(9)),
                r.getInt(10),
                Optional.ofNullable(r.getObject(11, Long.class)));
    }
}
