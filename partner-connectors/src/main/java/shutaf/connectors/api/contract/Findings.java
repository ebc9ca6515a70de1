package shutaf.connectors.api.contract;

import shutaf.connectors.api.json.Decimal;
import shutaf.connectors.api.problem.FieldError;
import shutaf.member.MemberRef;
import shutaf.purchase.ReceiptKey;
import shutaf.shared.Money;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads fields and gathers what is wrong with them, so that a partner's engineer sees all of it at
 * once. A field that cannot be read comes back as a harmless placeholder; {@link #reading} lets
 * nobody use it.
 */
final class Findings {
    private static final int MOST_ERRORS = 50;
    private static final ReceiptKey NO_RECEIPT =
            new ReceiptKey("-", "-", LocalDate.of(2000, 1, 1), "-");

    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String detail) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(field, detail));
        }
    }

    /** The value, unless something was wrong anywhere. */
    <T> Reading<T> reading(Supplier<T> value) {
        return errors.isEmpty()
                ? new Reading.Usable<>(value.get())
                : new Reading.Unusable<>(List.copyOf(errors));
    }

    String text(String field, String value, int most) {
        if (value == null || value.isBlank()) {
            add(field, "is missing");
            return "";
        }
        if (value.length() > most || value.chars().anyMatch(Character::isISOControl)) {
            add(field, "use 1 to " + most + " characters without control characters");
            return "";
        }
        return value.strip();
    }

    ReceiptKey receipt(String field, SentReceipt sent) {
        if (sent == null) {
            add(field, "is missing");
            return NO_RECEIPT;
        }
        LocalDate day = day(field + ".businessDate", sent.businessDate());
        boolean outlet = present(field + ".outlet", sent.outlet());
        boolean till = present(field + ".till", sent.till());
        boolean number = present(field + ".number", sent.number());
        if (!outlet || !till || !number || day == null) {
            return NO_RECEIPT;
        }
        try {
            return new ReceiptKey(sent.outlet(), sent.till(), day, sent.number());
        } catch (IllegalArgumentException e) {
            // The message begins with the name of the part.
            String message = e.getMessage();
            int blank = message.indexOf(' ');
            add(field + "." + message.substring(0, blank), message.substring(blank + 1));
            return NO_RECEIPT;
        }
    }

    private boolean present(String field, String value) {
        if (value == null) {
            add(field, "is missing");
        }
        return value != null;
    }

    private LocalDate day(String field, String text) {
        if (!present(field, text)) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            add(field, "must be a date like 2026-11-20");
            return null;
        }
    }

    Instant time(String field, String text) {
        if (present(field, text)) {
            try {
                return OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                add(field, "must be a time with offset like 2026-11-20T18:21:07+02:00");
            }
        }
        return Instant.EPOCH;
    }

    Optional<MemberRef> member(String field, SentMember sent) {
        if (sent == null) {
            return Optional.empty();
        }
        boolean scheme = present(field + ".scheme", sent.scheme());
        boolean value = present(field + ".value", sent.value());
        if (scheme && value) {
            try {
                return Optional.of(MemberRef.of(sent.scheme(), sent.value()));
            } catch (IllegalArgumentException e) {
                add(field, e.getMessage());
            }
        }
        return Optional.empty();
    }

    /** The code; an unknown one becomes ILS, so that the amounts can be read on. */
    String currency(String field, String code) {
        if (present(field, code)) {
            try {
                return Currency.getInstance(code).getCurrencyCode();
            } catch (IllegalArgumentException e) {
                add(field, "must be an ISO 4217 code like ILS");
            }
        }
        return "ILS";
    }

    Money money(String field, Decimal amount, String currency) {
        if (amount == null) {
            add(field, "is missing");
        } else {
            try {
                return Money.parse(amount.plain(), currency);
            } catch (IllegalArgumentException e) {
                add(field, e.getMessage());
            }
        }
        return new Money(0, currency);
    }

    BigDecimal number(String field, Decimal number, BigDecimal standard) {
        if (number == null) {
            return standard;
        }
        try {
            return number.number();
        } catch (IllegalArgumentException e) {
            add(field, e.getMessage());
            return standard;
        }
    }

    int lineNumber(String field, Integer line) {
        if (line == null) {
            add(field, "is missing");
            return 1;
        }
        return line;
    }

    /** The list without its nulls, each of which is a finding; a missing list is empty. */
    <T> List<T> list(String field, List<T> sent) {
        if (sent == null) {
            return List.of();
        }
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i) == null) {
                add(field + "[" + i + "]", "is null");
                return List.of();
            }
        }
        return sent;
    }
}
