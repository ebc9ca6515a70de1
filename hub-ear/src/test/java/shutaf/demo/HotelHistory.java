package shutaf.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Invented stays of the last year for one household in sixteen, paid on leaving; guests by e-mail.
 */
final class HotelHistory {
    private HotelHistory() {}

    static List<DemoReceipt> of(DemoMembers members) {
        List<Visit> stays = new ArrayList<>();
        for (DemoMember member : members.inOrder()) {
            Chance chance = new Chance("hotel", member.number());
            if (chance.inThousand(62)) {
                int count = chance.between(1, 2);
                for (int i = 0; i < count; i++) {
                    stays.add(stay(member.email(), chance));
                }
            }
        }
        return Visit.receipts(stays);
    }

    private static Visit stay(String email, Chance chance) {
        LocalDate day = Visit.LAST_DAY.minusDays(chance.below(360));
        LocalDateTime leaving = day.atTime(chance.between(8, 11), chance.below(60), 0);
        int nights = chance.between(1, 4);
        long agorotPerNight = chance.between(48, 115) * 1_000L;
        List<DemoReceipt.Line> lines = new ArrayList<>();
        lines.add(new DemoReceipt.Line(
                1,
                "ROOM",
                "לינה בחדר זוגי",
                "HOTEL_ROOM",
                Integer.toString(nights),
                agorotPerNight * nights,
                0,
                "18"));
        if (chance.inThousand(600)) {
            int breakfasts = 2 * nights;
            lines.add(new DemoReceipt.Line(
                    2,
                    "BREAKFAST",
                    "ארוחת בוקר",
                    "HOTEL_MEALS",
                    Integer.toString(breakfasts),
                    6_500L * breakfasts,
                    0,
                    "18"));
        }
        String hotel = "H" + CardNumber.padded(chance.between(1, 4), 2);
        return new Visit(hotel, "1", leaving, "EMAIL", email, List.copyOf(lines));
    }
}
