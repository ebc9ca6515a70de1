package shutaf.connectors.batch;

import shutaf.member.MemberRef;
import shutaf.purchase.PurchaseLine;
import shutaf.purchase.ReceiptKey;
import shutaf.returns.GoodsReturn;
import shutaf.shared.Money;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A D record that could be understood.
 *
 * @param head what all lines of a receipt have in common
 * @param line number on the receipt; of a RETURN the number that the line has in the sale
 * @param sku article number
 * @param description as printed
 * @param category the partner's category, may be empty
 * @param quantity pieces, litres or kilograms
 * @param amount minor units, never negative
 * @param discount minor units taken off before
 * @param vatRate percent
 * @param goodsBack whether it is a RETURN
 * @param original the sale of a RETURN
 */
record FileLine(
        Head head,
        int line,
        String sku,
        String description,
        String category,
        BigDecimal quantity,
        Money amount,
        Money discount,
        BigDecimal vatRate,
        boolean goodsBack,
        Optional<ReceiptKey> original) {
    private static final int FIELDS = 19;
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final Pattern LINE_NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern PERCENTAGE = Pattern.compile("\\d{1,3}(\\.\\d{1,2})?");

    /**
     * What all lines of a receipt must agree on.
     *
     * @param key the receipt
     * @param happenedAt when it was paid
     * @param member whom the till recognised
     */
    record Head(ReceiptKey key, Instant happenedAt, Optional<MemberRef> member) {}

    /** Reads a D record. */
    static FileLine parse(String text) throws MalformedLine {
        List<String> f = FileText.fields(text);
        if (f.size() != FIELDS) {
            throw new MalformedLine("a D record has " + FIELDS + " fields, not " + f.size());
        }
        try {
            String currency = currency(f.get(8));
            boolean back = goodsBack(f.get(17));
            return new FileLine(
                    new Head(key(f), time(f.get(5)), member(f.get(6), f.get(7))),
                    number(f.get(9)),
                    f.get(10),
                    f.get(11),
                    f.get(12),
                    decimal("quantity", f.get(13), AMOUNT),
                    money("amount", f.get(14), currency),
                    money("discount", f.get(15), currency),
                    rate(f.get(16)),
                    back,
                    original(f.get(18), back));
        } catch (IllegalArgumentException e) {
            throw new MalformedLine(e.getMessage());
        }
    }

    /** The line as part of a sale. */
    PurchaseLine sold() {
        List<String> categories = category.isEmpty() ? List.of() : List.of(category);
        return new PurchaseLine(
                line,
                sku,
                description,
                categories,
                quantity,
                amount.minor(),
                discount.minor(),
                vatRate);
    }

    /** The line as part of a return. */
    GoodsReturn.Line takenBack() {
        return new GoodsReturn.Line(line, line, sku, quantity, amount.minor());
    }

    private static ReceiptKey key(List<String> f) throws MalformedLine {
        LocalDate date;
        try {
            date = LocalDate.parse(f.get(3));
        } catch (DateTimeException e) {
            throw wrong("business date", f.get(3), "a date like 2026-11-20");
        }
        return new ReceiptKey(f.get(1), f.get(2), date, f.get(4));
    }

    private static Instant time(String field) throws MalformedLine {
        try {
            OffsetDateTime time = OffsetDateTime.parse(field);
            if (time.getYear() >= 1990 && time.getYear() <= 2200) {
                return time.toInstant();
            }
        } catch (DateTimeException e) {
            // Said below, as for a year that cannot be.
        }
        throw wrong("time", field, "a time with offset like 2026-11-20T18:21:07+02:00");
    }

    private static Optional<MemberRef> member(String scheme, String identifier) {
        return scheme.isEmpty() && identifier.isEmpty()
                ? Optional.empty()
                : Optional.of(MemberRef.of(scheme, identifier));
    }

    private static String currency(String field) throws MalformedLine {
        if (!CURRENCIES.contains(field)) {
            throw wrong("currency", field, "an ISO 4217 code like ILS");
        }
        return field;
    }

    private static int number(String field) throws MalformedLine {
        if (!LINE_NUMBER.matcher(field).matches() || Integer.parseInt(field) == 0) {
            throw wrong("line", field, "a number from 1");
        }
        return Integer.parseInt(field);
    }

    private static Money money(String name, String field, String currency) throws MalformedLine {
        decimal(name, field, AMOUNT);
        return Money.parse(field, currency);
    }

    private static BigDecimal rate(String field) throws MalformedLine {
        BigDecimal rate = decimal("VAT rate", field, PERCENTAGE);
        if (rate.compareTo(HUNDRED) > 0) {
            throw wrong("VAT rate", field, "a percentage up to 100");
        }
        return rate;
    }

    private static BigDecimal decimal(String name, String field, Pattern form)
            throws MalformedLine {
        if (!form.matcher(field).matches()) {
            throw wrong(name, field, "a number like 12.80 without a sign");
        }
        return new BigDecimal(field);
    }

    private static boolean goodsBack(String field) throws MalformedLine {
        return switch (field) {
            case "SALE" -> false;
            case "RETURN" -> true;
            default -> throw wrong("kind", field, "SALE or RETURN");
        };
    }

    private static Optional<ReceiptKey> original(String field, boolean back) {
        return back && !field.isEmpty() ? Optional.of(ReceiptKey.parse(field)) : Optional.empty();
    }

    private static MalformedLine wrong(String name, String field, String right) {
        String shown = field.length() > 40 ? field.substring(0, 40) + "..." : field;
        return new MalformedLine(name + " '" + shown + "' is not " + right);
    }
}
