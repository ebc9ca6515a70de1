package shutaf.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The CD shop's real purchases on their own dates in 1997 and 1998.
 *
 * <p>One source row is one receipt with one line, also when a customer bought twice on a day or
 * paid nothing; the row's place in the source is the receipt number. The shop sold by post, so its
 * outlet is {@code WEB}, till 1. The source has no times of day: one between 8:00 and 22:59 is
 * invented.
 */
final class MusicHistory {
    static final String OUTLET = "WEB";

    private MusicHistory() {}

    /**
     * All purchases in order of time; {@code cardOf} gives the card of customer 1, 2, 3 and so on.
     */
    static List<DemoReceipt> of(IntFunction<String> cardOf) {
        List<DemoReceipt> receipts = new ArrayList<>();
        PackedTable.rows(
                "music_sales.csv.gz",
                row -> receipts.add(
                        receipt(receipts.size() + 1, row, cardOf.apply(Integer.parseInt(row[1])))));
        receipts.sort(Comparator.comparing(DemoReceipt::at));
        return receipts;
    }

    private static DemoReceipt receipt(int ordinal, String[] row, String card) {
        LocalDate day = LocalDate.parse(row[2]);
        Chance chance = new Chance("music", ordinal);
        LocalDateTime at = day.atTime(chance.between(8, 22), chance.below(60), chance.below(60));
        String description = row[3].equals("1") ? "תקליטור" : "תקליטורים";
        DemoReceipt.Line line = new DemoReceipt.Line(
                1, "CD", description, "MUSIC", row[3], Money.agorot(row[4]), 0, "18");
        DemoReceipt.Key key = new DemoReceipt.Key(OUTLET, "1", day, CardNumber.padded(ordinal, 6));
        return DemoReceipt.sale(key, at, "CARD", card, List.of(line));
    }
}
