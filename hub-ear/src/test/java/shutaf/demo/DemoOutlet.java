package shutaf.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A place where a partner sells.
 *
 * @param partner whose it is
 * @param code as receipts name it
 * @param hebrewName invented, after an Israeli city
 * @param englishName the same
 * @param tills the tills that receipts may name
 */
public record DemoOutlet(
        DemoPartner partner,
        String code,
        String hebrewName,
        String englishName,
        List<String> tills) {
    /** The outlet that every partner has besides its real ones, with till "1". */
    public static final String COMMON = "01";

    /** All outlets of all partners; each partner's common outlet comes first. */
    static List<DemoOutlet> all() {
        List<String[]> cities = new ArrayList<>();
        PackedTable.rows("names.csv", row -> {
            if (row[0].equals("city")) {
                cities.add(row);
            }
        });
        List<DemoOutlet> outlets = new ArrayList<>();
        for (DemoPartner partner : DemoPartner.values()) {
            outlets.add(new DemoOutlet(
                    partner,
                    COMMON,
                    partner.hebrewName() + " ראשי",
                    partner.englishName() + " Main",
                    List.of("1")));
            outlets.addAll(named(partner, cities));
        }
        return List.copyOf(outlets);
    }

    private static List<DemoOutlet> named(DemoPartner partner, List<String[]> cities) {
        Map<String, Integer> perCity = new HashMap<>();
        List<DemoOutlet> outlets = new ArrayList<>();
        for (String code : codes(partner)) {
            String[] city = new Chance("city of " + partner, code.hashCode()).oneOf(cities);
            int which = perCity.merge(city[2], 1, Integer::sum);
            String place = which == 1 ? "" : " " + which;
            outlets.add(new DemoOutlet(
                    partner,
                    code,
                    partner.hebrewName() + " " + city[1] + place,
                    partner.englishName() + " " + city[2] + place,
                    tills(partner)));
        }
        return outlets;
    }

    private static List<String> codes(DemoPartner partner) {
        return switch (partner) {
            case SUPER -> SuperHistory.outlets();
            case MUSIC -> List.of(MusicHistory.OUTLET);
            case FUEL -> numbered("F", 12);
            case CAFE -> numbered("C", 8);
            case HOTEL -> numbered("H", 4);
        };
    }

    private static List<String> numbered(String letter, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> letter + CardNumber.padded(i, 2))
                .toList();
    }

    private static List<String> tills(DemoPartner partner) {
        int count = switch (partner) {
            case SUPER -> 8;
            case FUEL -> 6;
            case CAFE -> 2;
            case MUSIC, HOTEL -> 1;
        };
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList();
    }
}
