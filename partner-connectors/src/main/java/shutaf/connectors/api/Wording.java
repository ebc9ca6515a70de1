package shutaf.connectors.api;

import shutaf.connectors.api.contract.Answers;
import shutaf.shared.BusinessDay;
import shutaf.shared.Reason;
import shutaf.shared.ReasonText;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Values of the core in the words of the contract. */
final class Wording {
    private Wording() {}

    static List<Answers.Reason> reasons(List<Reason> reasons, Locale language) {
        return reasons.stream()
                .map(r -> new Answers.Reason(
                        r.rule(),
                        r.version(),
                        r.points(),
                        ReasonText.of(r, language),
                        r.line() == 0 ? null : r.line()))
                .toList();
    }

    /** ISO 8601 with the programme's offset. */
    static String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(BusinessDay.ZONE));
    }
}
