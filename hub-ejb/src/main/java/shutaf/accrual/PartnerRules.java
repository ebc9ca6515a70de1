package shutaf.accrual;

import shutaf.partner.Partner;
import shutaf.partner.Terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that earning and spending need to know of one partner, read together and kept for a moment.
 *
 * @param partner the partner's row
 * @param outlets codes of its outlets
 * @param terms approved agreements, the latest first
 * @param rules bonus rules of any date
 */
public record PartnerRules(
        Partner partner, Set<String> outlets, List<Terms> terms, List<EarnRule> rules) {
    /**
     * The agreement in force on that business day; the first one ever also covers history before
     * it.
     */
    public Optional<Terms> on(LocalDate day) {
        Optional<Terms> inForce =
                terms.stream().filter(t -> !t.validFrom().isAfter(day)).findFirst();
        return inForce.isPresent() || terms.isEmpty() ? inForce : Optional.of(terms.getLast());
    }
}
