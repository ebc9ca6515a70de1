package shutaf.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Invented visits of the last 20 weeks for three households in ten; closed on Saturdays. Guests say
 * their phone number; a few say one that no member has. Now and then a gift card is sold, which
 * earns nothing.
 */
final class CafeHistory {
    private static final int UNKNOWN_PHONES = 6;
    private static final List<Dish> MENU = List.of(
            new Dish("ESPRESSO", "אספרסו", 900),
            new Dish("CAPPUCCINO", "הפוך גדול", 1_600),
            new Dish("TEA", "תה נענע", 1_200),
            new Dish("CROISSANT", "קרואסון חמאה", 1_500),
            new Dish("SHAKSHUKA", "שקשוקה", 5_200),
            new Dish("SANDWICH", "כריך גבינה", 3_800),
            new Dish("SALAD", "סלט הבית", 4_900),
            new Dish("CAKE", "Cheesecake", 3_400));

    private final List<Visit> visits = new ArrayList<>();

    private record Dish(String sku, String description, long agorot) {}

    static List<DemoReceipt> of(DemoMembers members) {
        CafeHistory history = new CafeHistory();
        for (DemoMember member : members.inOrder()) {
            Chance chance = new Chance("cafe", member.number());
            if (chance.inThousand(300)) {
                int visits = chance.between(1, 9);
                for (int i = 0; i < visits; i++) {
                    history.visit(member.phone(), chance);
                }
            }
        }
        for (int i = 0; i < UNKNOWN_PHONES; i++) {
            history.visit(DemoMembers.unknownPhone(i), new Chance("cafe of a stranger", i));
        }
        return Visit.receipts(history.visits);
    }

    private void visit(String phone, Chance chance) {
        LocalDate day = Visit.LAST_DAY.minusDays(chance.below(140));
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            day = day.minusDays(2);
        }
        LocalDateTime at = day.atTime(chance.between(7, 20), chance.below(60), chance.below(60));
        String cafe = "C" + CardNumber.padded(chance.between(1, 8), 2);
        String till = Integer.toString(chance.between(1, 2));
        visits.add(new Visit(cafe, till, at, "PHONE", phone, order(chance)));
    }

    private static List<DemoReceipt.Line> order(Chance chance) {
        List<DemoReceipt.Line> lines = new ArrayList<>();
        int dishes = chance.between(1, 3);
        int first = chance.below(MENU.size());
        for (int i = 0; i < dishes; i++) {
            // Steps of three through eight dishes never meet the same dish twice.
            Dish dish = MENU.get((first + 3 * i) % MENU.size());
            int quantity = chance.inThousand(200) ? 2 : 1;
            lines.add(new DemoReceipt.Line(
                    lines.size() + 1,
                    dish.sku(),
                    dish.description(),
                    "CAFE",
                    Integer.toString(quantity),
                    dish.agorot() * quantity,
                    0,
                    "18"));
        }
        if (chance.inThousand(12)) {
            lines.add(new DemoReceipt.Line(
                    lines.size() + 1, "GC100", "כרטיס מתנה", "GIFT_CARD", "1", 10_000, 0, "0"));
        }
        return List.copyOf(lines);
    }
}
