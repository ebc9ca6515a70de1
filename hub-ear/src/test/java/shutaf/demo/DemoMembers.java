package shutaf.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The members: every household of the supermarket's source, in ascending order of its number. */
final class DemoMembers {
    /** Running numbers from here on belong to no member. */
    private static final int UNKNOWN_FROM = 900_000;

    private static final List<String> MOBILE_PREFIXES = List.of("050", "052", "053", "054", "058");

    private final Map<String, List<Name>> names = new HashMap<>();
    private final Map<Integer, DemoMember> byHousehold = new HashMap<>();
    private final List<DemoMember> inOrder = new ArrayList<>();

    private record Name(String hebrew, String latin) {
        String in(String language) {
            return language.equals("he") ? hebrew : latin;
        }
    }

    DemoMembers() {
        PackedTable.rows(
                "names.csv",
                row -> names.computeIfAbsent(row[0], k -> new ArrayList<>())
                        .add(new Name(row[1], row[2])));
        for (int household : SuperHistory.households()) {
            DemoMember member = invented(inOrder.size() + 1, household);
            inOrder.add(member);
            byHousehold.put(household, member);
        }
    }

    List<DemoMember> inOrder() {
        return List.copyOf(inOrder);
    }

    /** Member 1, 2, 3 and so on. */
    DemoMember number(int number) {
        return inOrder.get(number - 1);
    }

    DemoMember ofHousehold(int household) {
        DemoMember member = byHousehold.get(household);
        if (member == null) {
            throw new IllegalStateException("No such household: " + household);
        }
        return member;
    }

    /** A well-formed card that was never given to a member; {@code which} from 0. */
    static String unknownCard(int which) {
        return CardNumber.of(UNKNOWN_FROM + which);
    }

    /** A well-formed phone number that no member has; {@code which} from 0. */
    static String unknownPhone(int which) {
        return phone("050", UNKNOWN_FROM + which);
    }

    private DemoMember invented(int number, int household) {
        Chance chance = new Chance("member", number);
        String language = chance.inThousand(120) ? "en" : "he";
        Name first = chance.oneOf(names.get("first"));
        Name last = chance.oneOf(names.get("last"));
        return new DemoMember(
                number,
                household,
                CardNumber.of(number),
                phone(chance.oneOf(MOBILE_PREFIXES), number),
                letters(first) + "." + letters(last) + "." + number + "@example.com",
                first.in(language),
                last.in(language),
                language,
                chance.oneOf(names.get("city")).in(language),
                chance.inThousand(700),
                chance.inThousand(550));
    }

    // 7919 is prime to 1,000,000, so different members never share the six digits.
    private static String phone(String prefix, int number) {
        String digits = CardNumber.padded((number * 7_919L + 104_729L) % 1_000_000L, 6);
        return prefix + "-1" + digits.substring(0, 2) + "-" + digits.substring(2);
    }

    private static String letters(Name name) {
        return name.latin().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
