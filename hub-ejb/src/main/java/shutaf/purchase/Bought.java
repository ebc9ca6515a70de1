package shutaf.purchase;

import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;

/**
 * The beginning of every query over customers' days of purchase: {@code with bought as (...)} of
 * {@code member_id}, {@code day} and {@code amount} (minor units), one row a member and day. One
 * place, so that all figures are of the same purchases.
 *
 * @param text the query's beginning, to be followed by a comma or by {@code select}
 * @param arguments what it asks for
 */
record Bought(String text, List<Object> arguments) {
    private static final String OF_ONE = """
            with bought as (
                select member_id, day, amount from customer_day where partner_id = ?)""";

    private static final String OF_ALL = """
            with bought as (
                select member_id, day, sum(amount)::bigint as amount
                from customer_day group by member_id, day)""";

    /** Keeps its own list. */
    Bought {
        arguments = List.copyOf(arguments);
    }

    /** At a partner, or at all together for {@link PartnerId#HUB}. */
    static Bought of(PartnerId scope) {
        return scope.equals(PartnerId.HUB)
                ? new Bought(OF_ALL, List.of())
                : new Bought(OF_ONE, List.of(scope.value()));
    }

    /** Its arguments, then these. */
    Object[] and(Object... more) {
        List<Object> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
