package shutaf.reports.analyst;

import shutaf.purchase.CustomerDay;
import shutaf.reports.lifetimevalue.DayTotal;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The purchases of a CSV, summed exactly per customer and day. A row that cannot be read refuses
 * the whole file and is named: a log with silent holes gives figures that nobody can check.
 */
public final class PurchaseLog {

    private static final int DAY_LENGTH = 10;

    /** Names of a column that says in which currency an amount is, in any case. */
    private static final Set<String> CURRENCY = Set.of("currency", "currency_code", "ccy");

    /** A row above this is no purchase but a number that slipped into the wrong column. */
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

    private final NavigableMap<String, NavigableMap<LocalDate, Day>> customers = new TreeMap<>();
    private final List<String> currencies = new ArrayList<>();
    private final boolean amounts;

    private PurchaseLog(boolean amounts) {
        this.amounts = amounts;
    }

    /**
     * A customer's day.
     *
     * @param amount of all its rows
     * @param rows how many there are
     * @param first hash of the first row
     * @param others hashes of the others
     * @param repeated rows that have every column of an earlier one
     */
    private record Day(BigDecimal amount, long rows, int first, Set<Integer> others, int repeated) {

        Day and(Day row) {
            Set<Integer> seen = others.isEmpty() ? new HashSet<>() : others;
            boolean again = row.first == first || !seen.add(row.first);
            return new Day(
                    amount.add(row.amount), rows + 1, first, seen, again ? repeated + 1 : repeated);
        }
    }

    /**
     * Reads the file of the request.
     *
     * @throws UnusableRequest when it is not there, lacks a column, or has a row that is no
     *     purchase
     */
    public static PurchaseLog read(AnalystRequest request) throws UnusableRequest, IOException {
        try (BufferedReader text =
                Files.newBufferedReader(request.transactions(), StandardCharsets.UTF_8)) {
            return read(new CsvRows(text), request);
        } catch (NoSuchFileException none) {
            throw new UnusableRequest("There is no file " + request.transactions() + ".");
        } catch (MalformedInputException foreign) {
            throw new UnusableRequest(request.transactions() + " is not text in UTF-8.");
        }
    }

    private static PurchaseLog read(CsvRows rows, AnalystRequest request)
            throws UnusableRequest, IOException {
        List<String> heading = rows
                .next()
                .orElseThrow(() -> new UnusableRequest(request.transactions() + " is empty."))
                .stream()
                .map(String::strip)
                .toList();
        int customer = column(heading, request.customerColumn(), request);
        int date = column(heading, request.dateColumn(), request);
        int amount = request.amountColumn().isPresent()
                ? column(heading, request.amountColumn().get(), request)
                : -1;
        int currency = amount < 0 ? -1 : currencyColumn(heading);
        PurchaseLog log = new PurchaseLog(amount >= 0);
        for (Optional<List<String>> row = rows.next(); row.isPresent(); row = rows.next()) {
            List<String> fields = row.get();
            if (fields.size() != heading.size()) {
                throw new UnusableRequest(at(request, rows) + " has " + fields.size()
                        + " fields, the heading has " + heading.size() + ".");
            }
            if (currency >= 0) {
                log.refuseOther(fields.get(currency).strip(), request, rows);
            }
            String id = fields.get(customer).strip();
            if (id.isEmpty()) {
                throw new UnusableRequest(at(request, rows) + " has no customer.");
            }
            BigDecimal paid = amount < 0
                    ? BigDecimal.ZERO
                    : amount(fields.get(amount).strip(), request, rows);
            log.add(id, day(fields.get(date).strip(), request, rows), paid, fields.hashCode());
        }
        if (log.customers.isEmpty()) {
            throw new UnusableRequest(request.transactions() + " has no purchase.");
        }
        return log;
    }

    /** Amounts of two currencies have no sum; a column that says which is looked at. */
    private void refuseOther(String currency, AnalystRequest request, CsvRows rows)
            throws UnusableRequest {
        if (!currencies.contains(currency)) {
            if (!currencies.isEmpty()) {
                throw new UnusableRequest(at(request, rows) + " is in " + currency + ", rows before"
                        + " in " + currencies.getFirst() + ": amounts of two currencies have no sum"
                        + ". Split the file, or leave the amount out of -Dcolumns.");
            }
            currencies.add(currency);
        }
    }

    private void add(String customer, LocalDate date, BigDecimal amount, int row) {
        customers
                .computeIfAbsent(customer, unused -> new TreeMap<>())
                .merge(date, new Day(amount, 1, row, Set.of(), 0), Day::and);
    }

    private static int column(List<String> heading, String name, AnalystRequest request)
            throws UnusableRequest {
        int at = heading.indexOf(name);
        if (at < 0) {
            throw new UnusableRequest(request.transactions() + " has no column " + name
                    + ". It has: " + String.join(", ", heading) + ".");
        }
        return at;
    }

    private static int currencyColumn(List<String> heading) {
        return IntStream.range(0, heading.size())
                .filter(at -> CURRENCY.contains(heading.get(at).toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(-1);
    }

    private static LocalDate day(String value, AnalystRequest request, CsvRows rows)
            throws UnusableRequest {
        boolean timestamp = value.length() > DAY_LENGTH
                && (value.charAt(DAY_LENGTH) == ' ' || value.charAt(DAY_LENGTH) == 'T');
        try {
            return LocalDate.parse(timestamp ? value.substring(0, DAY_LENGTH) : value);
        } catch (DateTimeParseException none) {
            throw new UnusableRequest(
                    at(request, rows) + " has no day like 1997-09-30, but: " + value + ".");
        }
    }

    private static BigDecimal amount(String value, AnalystRequest request, CsvRows rows)
            throws UnusableRequest {
        try {
            BigDecimal amount = new BigDecimal(value);
            if (Math.abs((long) amount.scale()) <= 30 && amount.abs().compareTo(LARGEST) < 0) {
                return amount;
            }
        } catch (NumberFormatException none) {
            // Said below, together with amounts that no till prints.
        }
        throw new UnusableRequest(at(request, rows)
                + " has no amount in one currency like 12.50, but: " + value + ".");
    }

    private static String at(AnalystRequest request, CsvRows rows) {
        return request.transactions() + ", line " + rows.line() + ",";
    }

    /** Whether the file has amounts at all. */
    public boolean hasAmounts() {
        return amounts;
    }

    /** The last day with a purchase. */
    public LocalDate lastDay() {
        return customers.values().stream()
                .map(NavigableMap::lastKey)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The first day with a purchase. */
    public LocalDate firstDay() {
        return customers.values().stream()
                .map(NavigableMap::firstKey)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Exact totals for the models, by customer and day. */
    public List<DayTotal> totals() {
        List<DayTotal> totals = new ArrayList<>();
        customers.forEach((id, days) ->
                days.forEach((date, day) -> totals.add(new DayTotal(id, date, day.amount()))));
        return totals;
    }

    /** The same up to a day, in hundredths (half even), by customer and day, for retention. */
    public List<CustomerDay> hundredths(LocalDate until) {
        List<CustomerDay> history = new ArrayList<>();
        customers.forEach((id, days) -> days.headMap(until, true)
                .forEach((date, day) -> history.add(new CustomerDay(
                        id,
                        date,
                        day.amount()
                                .setScale(2, RoundingMode.HALF_EVEN)
                                .unscaledValue()
                                .longValueExact()))));
        return history;
    }

    /** What a customer paid up to a day, exactly, with the decimal places of the file. */
    public BigDecimal paid(String customer, LocalDate until) {
        return customers.get(customer).headMap(until, true).values().stream()
                .map(Day::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Rows of the file up to a day. */
    public long rows(LocalDate until) {
        return customers.values().stream()
                .flatMap(days -> days.headMap(until, true).values().stream())
                .mapToLong(Day::rows)
                .sum();
    }

    /** Rows that have every column of an earlier row of the same customer and day. */
    public long repeatedRows() {
        return days().mapToLong(Day::repeated).sum();
    }

    /** Customers' days that add up to zero or less. */
    public long daysNotAboveZero() {
        return days().filter(day -> day.amount().signum() <= 0).count();
    }

    private Stream<Day> days() {
        return customers.values().stream().flatMap(days -> days.values().stream());
    }

    /** Customers with more than one row up to a day, were it on the same day. */
    public long customersWithSeveralRows(LocalDate until) {
        return customers.values().stream()
                .filter(days -> days.headMap(until, true).values().stream()
                                .mapToLong(Day::rows)
                                .sum()
                        > 1)
                .count();
    }
}
