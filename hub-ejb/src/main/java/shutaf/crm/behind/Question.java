package shutaf.crm.behind;

import shutaf.purchase.ReportFilter;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A figure of a report, asked for the members that it counts. */
public interface Question {
    /** The kind, as it stands in addresses and as the end of its sentence's key. */
    String kind();

    /**
     * A query of the {@code member_id} of everyone whom the figure counts, each once. It may read
     * two tables that the filter has made already: {@code bought} (member_id, day, spent, partner,
     * earned), one row a member and day of purchase, and {@code customer} (member_id, days, first,
     * last, spent, earned), one row a member.
     *
     * @param filter to what the report was narrowed; those tables are narrowed already
     */
    Part members(ReportFilter filter);

    /** By what the list is ranked. */
    enum Rank {
        /** By what was paid, as there is nothing else. */
        PAID,
        /** By the expected value of twelve months, which is a column of every list. */
        VALUE,
        /** By a sum of money of the question's own, in minor units. */
        MONEY,
        /** By a number of points of the question's own. */
        POINTS,
        /** By how often something happened, which the question counts. */
        TIMES;

        /** Whether {@link Question#members} has a second column {@code worth} for it. */
        public boolean worth() {
            return this != PAID;
        }

        /** Whether that column is the question's own, to be shown and added up. */
        public boolean own() {
            return this == MONEY || this == POINTS || this == TIMES;
        }
    }

    /**
     * By what the list is ranked. The own column of {@link Rank#MONEY}, {@link Rank#POINTS} and
     * {@link Rank#TIMES} is each member's part in the figure: where the figure is a sum, all parts
     * together make it.
     */
    default Rank rank() {
        return ofScores() ? Rank.VALUE : Rank.PAID;
    }

    /** Whether it reads the night's scores, which know no other days than all days. */
    default boolean ofScores() {
        return false;
    }

    /** Its own parameters by name, as {@link Questions#asked} reads them, without the kind. */
    Map<String, String> parameters();

    /** The part of an address that asks this: {@code of=KIND} and its parameters. */
    default String address() {
        StringBuilder address = new StringBuilder("of=").append(kind());
        parameters()
                .forEach((name, value) -> address.append('&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return address.toString();
    }

    /**
     * What stands in the sentence that says which figure this is: numbers, days, months, texts,
     * {@linkplain Phrase phrases} and {@linkplain Called named things}.
     */
    List<Object> told();

    /** What else narrows it, to be said beside the sentence. */
    default List<Detail> details() {
        return List.of();
    }

    /** The page of its report, by the name in its address. */
    default String page() {
        return ofScores() ? "segments" : "retention";
    }

    /** The end of the sentence's key: the kind, where one sentence fits all its questions. */
    default String sentence() {
        return kind();
    }
}
