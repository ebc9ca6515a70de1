package shutaf.house;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which feature of the hub may call which. Read from top to bottom a feature uses only what stands
 * above it; a new line or a new word here is a decision and is seen in review.
 */
final class MayUse {
    private static final Map<String, Set<String>> MAY_USE = parse("""
            shared     :
            platform   : shared
            audit      : shared platform
            member     : shared platform
            partner    : shared platform audit
            ledger     : shared platform partner
            filing     : shared platform partner
            purchase   : shared platform member ledger
            accrual    : shared platform partner purchase
            returns    : shared platform member partner ledger purchase accrual
            intake     : shared platform audit member partner ledger purchase accrual returns
            redemption : shared platform member partner ledger purchase accrual
            tier       : shared platform member ledger
            campaign   : shared platform member partner purchase accrual
            programme  : shared platform member partner ledger purchase
            message    : shared platform audit member partner
            settlement : shared platform audit partner ledger purchase accrual redemption
            economics  : shared platform partner ledger purchase
            crm        : shared platform audit member partner ledger purchase accrual returns \
            intake redemption tier campaign programme message settlement economics
            jobs       : shared platform partner ledger purchase redemption returns
            """);

    private MayUse() {}

    /** Whether a feature has a line of its own. */
    static boolean knows(String feature) {
        return MAY_USE.containsKey(feature);
    }

    /** Whether the map grants one feature the use of another; itself always. */
    static boolean grants(String feature, String other) {
        return feature.equals(other) || MAY_USE.getOrDefault(feature, Set.of()).contains(other);
    }

    private static Map<String, Set<String>> parse(String map) {
        Function<String, String> feature =
                line -> line.substring(0, line.indexOf(':')).strip();
        Function<String, Set<String>> used =
                line -> Set.of(line.substring(line.indexOf(':') + 1).strip().split(" +"));
        return map.lines().collect(Collectors.toUnmodifiableMap(feature, used));
    }
}
