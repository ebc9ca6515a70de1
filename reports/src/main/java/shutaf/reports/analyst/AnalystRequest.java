package shutaf.reports.analyst;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What the analyst asked for.
 *
 * @param transactions the CSV, one row a purchase or a line of one
 * @param customerColumn name of the column with the customer
 * @param dateColumn name of the column with the day, or with a timestamp that begins with it
 * @param amountColumn name of the column with the money; absent where there is none
 * @param calibrationEnd last day that the models may see
 * @param holdoutEnd last day to check them against; absent: the last day in the file
 * @param out folder for the results, made when missing
 */
public record AnalystRequest(
        Path transactions,
        String customerColumn,
        String dateColumn,
        Optional<String> amountColumn,
        LocalDate calibrationEnd,
        Optional<LocalDate> holdoutEnd,
        Path out) {

    private static final String USAGE = " Usage: mvn -Preport -Dtransactions=file.csv"
            + " -Dcolumns=customer_id,date,amount -Dcalibration=1997-09-30 -Dholdout=1998-06-30"
            + " -Dout=dir";

    /**
     * Reads the properties transactions, columns, calibration, holdout and out.
     *
     * @throws UnusableRequest naming the property that is missing or makes no sense
     */
    public static AnalystRequest of(Properties properties) throws UnusableRequest {
        List<String> columns = Arrays.stream(required(properties, "columns").split(","))
                .map(String::strip)
                .toList();
        if (columns.size() < 2
                || columns.size() > 3
                || columns.stream().anyMatch(String::isEmpty)) {
            throw new UnusableRequest("-Dcolumns names two or three columns (customer, date, and"
                    + " the amount where there is one), not: " + String.join(",", columns) + ".");
        }
        LocalDate calibration = day("calibration", required(properties, "calibration"));
        String holdout = properties.getProperty("holdout", "").strip();
        Optional<LocalDate> end =
                holdout.isEmpty() ? Optional.empty() : Optional.of(day("holdout", holdout));
        if (end.isPresent() && end.get().isBefore(calibration)) {
            throw new UnusableRequest("The holdout ends on " + end.get()
                    + ", before calibration does, on " + calibration + ".");
        }
        return new AnalystRequest(
                Path.of(required(properties, "transactions")),
                columns.get(0),
                columns.get(1),
                columns.size() == 3 ? Optional.of(columns.get(2)) : Optional.empty(),
                calibration,
                end,
                Path.of(required(properties, "out")));
    }

    private static String required(Properties properties, String name) throws UnusableRequest {
        String value = properties.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new UnusableRequest("-D" + name + " is missing." + USAGE);
        }
        return value;
    }

    private static LocalDate day(String name, String value) throws UnusableRequest {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException none) {
            throw new UnusableRequest(
                    "-D" + name + " is a day like 1997-09-30, not: " + value + ".");
        }
    }
}
