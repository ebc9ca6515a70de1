package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.member.Identifiers;
import shutaf.member.MemberRef;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The members list and its one box: a name or part of it, a phone in any notation, a card, an
 * e-mail address, a receipt number. Everything, also the paging, happens in the database.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class MemberSearch {
    private static final int MOST_ROWS = 200;
    private static final int MOST_WORDS = 5;

    @Inject
    private Sql sql;

    @Inject
    private Identifiers identifiers;

    /** By what the list is ordered. */
    public enum Order {
        /** First and last name. */
        NAME("m.full_name"),
        /** Spendable points. */
        BALANCE("b.active"),
        /** Day of joining. */
        JOINED("m.enrolled_at");

        private final String column;

        Order(String column) {
            this.column = column;
        }
    }

    /**
     * What to list.
     *
     * @param term what was typed; blank for all members
     * @param order column
     * @param descending the largest or latest first
     * @param first rows to skip
     * @param count rows to read, at most 200
     */
    public record Asked(String term, Order order, boolean descending, int first, int count) {}

    /**
     * A row of the list.
     *
     * @param id the account
     * @param name first and last name
     * @param status ACTIVE, BLOCKED or ERASED
     * @param tier the tier's code
     * @param card the last four digits of a card, empty without one
     * @param balance spendable points
     * @param pending points that are not spendable yet
     * @param partners number of partners they have dealt with
     * @param joined when they enrolled
     * @param lastSeen their last purchase
     */
    public record Row(
            MemberId id,
            String name,
            String status,
            String tier,
            String card,
            long balance,
            long pending,
            int partners,
            Instant joined,
            Optional<Instant> lastSeen) {}

    /** How many members match the term. */
    public long count(String term) {
        Match match = match(term);
        return sql.first(
                        "select count(*) from member m where " + match.condition,
                        r -> r.getLong(1),
                        match.arguments.toArray())
                .orElseThrow();
    }

    /** One page of the members who match. */
    public List<Row> page(Asked asked) {
        Match match = match(asked.term());
        Object[] arguments = Stream.concat(
                        match.arguments.stream(),
                        Stream.of(
                                Math.clamp(asked.count(), 1, MOST_ROWS),
                                Math.max(0, asked.first())))
                .toArray();
        // The page is cut first; what is shown beside a member is looked up for its rows only.
        return sql.all(
                """
                with page as (
                  select m.id, m.first_name || ' ' || m.last_name as name,
                      m.status, m.tier, m.enrolled_at,
                         b.active, b.pending, row_number() over (%2$s) as place
                  from member m join balance b on b.member_id = m.id
                  where %1$s %2$s limit ? offset ?)
                select p.id, p.name, p.status, p.tier, p.active, p.pending, p.enrolled_at,
                  (select right(min(i.value), 4) from identifier i
                   where i.member_id = p.id and i.scheme = 'CARD'),
                  (select count(*) from member_partner d where d.member_id = p.id),
                  (select max(s.happened_at) from purchase s where s.member_id = p.id)
                from page p order by p.place""".formatted(match.condition, order(asked)),
                r -> new Row(
                        new MemberId(r.getLong(1)),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        Optional.ofNullable(r.getString(8)).orElse(""),
                        r.getLong(5),
                        r.getLong(6),
                        r.getInt(9),
                        r.getObject(7, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(r.getObject(10, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                arguments);
    }

    private static String order(Asked asked) {
        String way = asked.descending() ? " desc" : "";
        return "order by " + asked.order().column + way + ", m.id" + way;
    }

    private record Match(String condition, List<Object> arguments) {}

    private Match match(String term) {
        String plain = term == null ? "" : term.strip();
        if (plain.isEmpty()) {
            return new Match("m.status <> 'ERASED'", List.of());
        }
        String[] keys = OneBox.readings(plain).stream()
                .flatMap(ref -> key(ref).stream())
                .map(key -> key.scheme() + ":" + key.value())
                .toArray(String[]::new);
        // One condition a word: an index of trigrams serves "like ?", not "like all (?)".
        List<String> patterns = Stream.of(plain.toLowerCase(Locale.ROOT).split("\\s+"))
                .limit(MOST_WORDS)
                .map(w -> "%" + escaped(w) + "%")
                .toList();
        String named =
                String.join(" and ", Collections.nCopies(patterns.size(), "n.full_name like ?"));
        List<Object> arguments = new ArrayList<>();
        arguments.add(keys);
        arguments.add(
                Stream.of(keys).map(k -> k.substring(k.indexOf(':') + 1)).toArray(String[]::new));
        arguments.addAll(patterns);
        arguments.add(plain);
        return new Match("""
                m.id in (
                  select i.member_id from identifier i
                    where i.partner_id = 0 and i.scheme || ':' || i.value = any (?)
                      and i.value = any (?)
                  union select n.id from member n where %s
                  union select s.member_id from purchase s
                    where s.partner_id in (select id from partner) and s.number = ?)
                and m.status <> 'ERASED'""".formatted(named), arguments);
    }

    private Optional<Identifiers.Key> key(MemberRef ref) {
        return identifiers.key(ref, PartnerId.HUB);
    }

    /** The term's own signs of a pattern count as letters. */
    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
