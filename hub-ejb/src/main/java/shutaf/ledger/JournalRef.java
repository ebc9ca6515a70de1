package shutaf.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The number of a journal, with the business date that says in which month's books it stands.
 *
 * @param date business date
 * @param id number
 */
public record JournalRef(LocalDate date, long id) {
    /** As people and partners see it, for example 20261120-4711. */
    @Override
    public String toString() {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + id;
    }

    /** Reads what {@link #toString} wrote; empty when it is no such number. */
    public static Optional<JournalRef> parse(String text) {
        if (!text.matches("\\d{8}-\\d{1,18}")) {
            return Optional.empty();
        }
        try {
            LocalDate date =
                    LocalDate.parse(text.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
            return Optional.of(new JournalRef(date, Long.parseLong(text.substring(9))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
