package shutaf.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A partner's history cut into one file per month of its own calendar, before dates are moved.
 *
 * <p>Cut before and not after moving, so that a partner always has the same number of files and the
 * sequence of the next one does not depend on the day when the demo was loaded.
 */
final class MonthlyFiles {
    private final String partner;
    private final List<List<DemoReceipt>> months;
    private final WeekShift shift;

    MonthlyFiles(String partner, List<DemoReceipt> receipts, WeekShift shift) {
        TreeMap<YearMonth, List<DemoReceipt>> byMonth = new TreeMap<>();
        for (DemoReceipt receipt : receipts) {
            byMonth.computeIfAbsent(YearMonth.from(receipt.at()), month -> new ArrayList<>())
                    .add(receipt);
        }
        this.partner = partner;
        this.months = List.copyOf(byMonth.values());
        this.shift = shift;
    }

    int count() {
        return months.size();
    }

    /** Writes all files, oldest first; {@code broken} goes to the end of the last one. */
    List<Path> write(Path folder, List<BrokenReceipt> broken) {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (int i = 0; i < months.size(); i++) {
                List<DemoReceipt> moved =
                        months.get(i).stream().map(r -> r.movedBy(shift)).toList();
                List<BrokenReceipt> atTheEnd = i == months.size() - 1 ? broken : List.of();
                written.add(PurchaseFile.write(
                        folder, partner, i + 1, closingTime(moved), moved, atTheEnd));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's files cannot be written to " + folder, e);
        }
        return written;
    }

    // A minute before midnight of the last day: later than every receipt, never later than
    // yesterday.
    private static OffsetDateTime closingTime(List<DemoReceipt> moved) {
        DemoReceipt last = moved.getLast();
        return last.happenedAt().with(LocalTime.of(23, 59));
    }
}
