package shutaf.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Invented fillings of the last 26 weeks for three households in ten, with a coffee now and then,
 * and a few fillings with cards that no member has.
 */
final class FuelHistory {
    private static final int UNKNOWN_CARDS = 15;

    private final List<Visit> visits = new ArrayList<>();

    static List<DemoReceipt> of(DemoMembers members) {
        FuelHistory history = new FuelHistory();
        for (DemoMember member : members.inOrder()) {
            Chance chance = new Chance("fuel", member.number());
            if (chance.inThousand(300)) {
                history.fillings(member.card(), chance);
            }
        }
        for (int i = 0; i < UNKNOWN_CARDS; i++) {
            Chance chance = new Chance("fuel of a stranger", i);
            LocalDate day = Visit.LAST_DAY.minusDays(chance.between(1, 150));
            history.visits.add(filling(DemoMembers.unknownCard(i), day, chance));
        }
        return Visit.receipts(history.visits);
    }

    private void fillings(String card, Chance chance) {
        int daysBetween = chance.between(12, 35);
        LocalDate day = Visit.LAST_DAY.minusDays(182 - chance.below(daysBetween));
        while (!day.isAfter(Visit.LAST_DAY)) {
            visits.add(filling(card, day, chance));
            day = day.plusDays(daysBetween + chance.between(-4, 4));
        }
    }

    private static Visit filling(String card, LocalDate day, Chance chance) {
        LocalDateTime at = day.atTime(chance.between(6, 22), chance.below(60), chance.below(60));
        List<DemoReceipt.Line> lines = new ArrayList<>();
        lines.add(petrol(at, chance.between(18_000, 52_000)));
        if (chance.inThousand(250)) {
            lines.add(new DemoReceipt.Line(
                    2, "COFFEE", "קפה לדרך", "HOT_DRINKS", "1", 1_200, 0, "18"));
        }
        String station = "F" + CardNumber.padded(chance.between(1, 12), 2);
        String pump = Integer.toString(chance.between(1, 6));
        return new Visit(station, pump, at, "CARD", card, List.copyOf(lines));
    }

    // The price changes from month to month, as the regulated one does.
    private static DemoReceipt.Line petrol(LocalDateTime at, int millilitres) {
        int agorotPerLitre = 705 + at.getMonthValue() * 7 % 40;
        BigDecimal litres = BigDecimal.valueOf(millilitres, 3);
        long agorot = litres.multiply(BigDecimal.valueOf(agorotPerLitre))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new DemoReceipt.Line(
                1, "PETROL95", "בנזין 95", "FUEL", litres.toPlainString(), agorot, 0, "18");
    }
}
