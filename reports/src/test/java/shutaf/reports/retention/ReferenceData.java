package shutaf.reports.retention;

import shutaf.purchase.CustomerDay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Two real purchase histories with the results of other programs; see NOTICE.md beside them. */
enum ReferenceData {
    CDNOW("cdnow_sample"),
    COMPLETE_JOURNEY("completejourney");

    private final String folder;

    ReferenceData(String folder) {
        this.folder = folder;
    }

    /** The history, ordered by customer and date; amounts in hundredths. */
    List<CustomerDay> history() {
        return rows("daily.csv.gz").stream()
                .map(columns -> new CustomerDay(
                        columns[0], LocalDate.parse(columns[1]), hundredths(columns[2])))
                .toList();
    }

    /** One amount of the source carries the noise of a floating-point sum far behind the cents. */
    static long hundredths(String amount) {
        return new BigDecimal(amount)
                .setScale(2, RoundingMode.HALF_EVEN)
                .unscaledValue()
                .longValueExact();
    }

    /** Rows of a compressed reference file without its heading, each as its columns. */
    List<String[]> rows(String file) {
        return text(file).lines().skip(1).map(line -> line.split(",")).toList();
    }

    /** A compressed reference file as text. */
    String text(String file) {
        String resource = folder + "/" + file;
        try (InputStream raw = ReferenceData.class.getResourceAsStream(resource);
                BufferedReader text = new BufferedReader(
                        new InputStreamReader(new GZIPInputStream(raw), StandardCharsets.UTF_8))) {
            StringBuilder all = new StringBuilder();
            text.lines().forEach(line -> all.append(line).append('\n'));
            return all.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One value of the reference summary. */
    String summary(String key) {
        try (InputStream raw =
                ReferenceData.class.getResourceAsStream(folder + "/retention_summary.json")) {
            String json = new String(raw.readAllBytes(), StandardCharsets.UTF_8);
            Matcher value = Pattern.compile("\"" + key + "\": \"?([^\",\\s}]+)").matcher(json);
            if (!value.find()) {
                throw new IllegalArgumentException(resourceHasNo(key));
            }
            return value.group(1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String resourceHasNo(String key) {
        return folder + " has no " + key;
    }
}
