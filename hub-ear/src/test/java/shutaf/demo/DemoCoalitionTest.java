package shutaf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

class DemoCoalitionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static DemoCoalition coalition;

    @BeforeAll
    static void makeCoalition() {
        coalition = DemoCoalition.endingBefore(TODAY);
    }

    @AfterAll
    static void letItGo() {
        coalition = null;
    }

    // Row counts and sums of the source tables, counted outside this project's code.
    @ParameterizedTest
    @CsvSource({"SUPER, 47243, 75000, 23393524", "MUSIC, 6919, 6919, 24409194"})
    void real_receipts_are_all_there_to_the_agora(
            DemoPartner partner, int receipts, int lines, long agorot) {
        List<DemoReceipt> real = coalition.receipts(partner).stream()
                .filter(DemoReceipt::fromSource)
                .toList();

        assertThat(real).hasSize(receipts);
        assertThat(real.stream().mapToInt(r -> r.lines().size()).sum()).isEqualTo(lines);
        assertThat(real.stream().mapToLong(DemoReceipt::signedAgorot).sum()).isEqualTo(agorot);
    }

    @ParameterizedTest
    @EnumSource
    void history_ends_last_week(DemoPartner partner) {
        LocalDate last = coalition.receipts(partner).getLast().key().businessDate();

        assertThat(last).isBetween(TODAY.minusDays(7), TODAY.minusDays(1));
    }

    @Test
    void weekday_and_time_of_day_stay_as_in_the_source() {
        Map<String, String[]> source = new HashMap<>();
        PackedTable.rows("super_lines.csv.gz", row -> source.put(row[2], row));

        for (DemoReceipt receipt : coalition.receipts(DemoPartner.SUPER)) {
            if (receipt.fromSource()) {
                String[] row = source.get(receipt.key().number());
                LocalDate sold = LocalDate.parse(row[3].substring(0, 10));
                assertThat(receipt.key().businessDate().getDayOfWeek())
                        .isEqualTo(sold.getDayOfWeek());
                assertThat(receipt.at().toString()).contains(row[3].substring(11, 16));
                assertThat(receipt.happenedAt().toLocalDate())
                        .isEqualTo(receipt.key().businessDate());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void receipt_keys_are_unique(DemoPartner partner) {
        List<DemoReceipt> receipts = coalition.receipts(partner);

        assertThat(receipts.stream().map(DemoReceipt::key).distinct().count())
                .isEqualTo(receipts.size());
    }

    @ParameterizedTest
    @EnumSource
    void every_receipt_names_an_outlet_and_a_till_of_its_partner(DemoPartner partner) {
        Map<String, List<String>> tills = coalition.outlets().stream()
                .filter(outlet -> outlet.partner() == partner)
                .collect(Collectors.toMap(DemoOutlet::code, DemoOutlet::tills));

        assertThat(tills.get("01")).contains("1");
        assertThat(coalition.receipts(partner))
                .allSatisfy(
                        receipt -> assertThat(tills.getOrDefault(receipt.key().outlet(), List.of()))
                                .contains(receipt.key().till()));
    }

    @Test
    void a_return_takes_back_no_more_than_a_line_of_an_earlier_sale() {
        Map<DemoReceipt.Key, DemoReceipt> sales = coalition.receipts(DemoPartner.SUPER).stream()
                .collect(Collectors.toMap(DemoReceipt::key, receipt -> receipt));
        List<DemoReceipt> returns = sales.values().stream()
                .filter(receipt -> receipt.kind() == DemoReceipt.Kind.RETURN)
                .toList();

        assertThat(returns).hasSizeGreaterThan(50).allSatisfy(back -> {
            DemoReceipt sale = sales.get(back.original().orElseThrow());
            DemoReceipt.Line line = back.lines().getFirst();
            DemoReceipt.Line sold = sale.lines().get(line.number() - 1);
            assertThat(back.at()).isAfter(sale.at());
            assertThat(back.identifier()).isEqualTo(sale.identifier());
            assertThat(line.sku()).isEqualTo(sold.sku());
            assertThat(line.agorot()).isBetween(1L, sold.agorot());
        });
    }

    @Test
    void members_are_the_households_in_order_with_numbers_of_their_own() {
        List<DemoMember> members = coalition.members();

        assertThat(members)
                .hasSize(2377)
                .isSortedAccordingTo((a, b) -> Integer.compare(a.household(), b.household()));
        assertThat(members).allSatisfy(member -> {
            assertThat(CardNumber.isValid(member.card())).isTrue();
            assertThat(member.card()).startsWith("29");
            assertThat(member.phone()).matches("05[02348]-1[0-9]{2}-[0-9]{4}");
            assertThat(member.email()).matches("[a-z]+\\.[a-z]+\\.[0-9]+@example\\.com");
        });
        assertThat(members.stream().map(DemoMember::card).distinct().count()).isEqualTo(2377);
        assertThat(members.stream().map(m -> m.phone().substring(4)).distinct().count())
                .isEqualTo(2377);
    }

    // The README and the sample files name these people.
    @Test
    void the_first_members_are_always_the_same_people() {
        assertThat(coalition.members().subList(0, 3))
                .extracting(m -> m.card() + " " + m.phone() + " " + m.first() + " " + m.last())
                .containsExactly(
                        "2900000000018 050-111-2648 יעקב רוזנברג",
                        "2900000000025 058-112-0567 רונית אדרי",
                        "2900000000032 058-112-8486 ז׳קלין צור");
    }

    @Test
    void some_receipts_are_of_people_nobody_knows() {
        Set<String> known = new HashSet<>();
        coalition.members().forEach(m -> known.addAll(List.of(m.card(), m.phone(), m.email())));

        assertThat(strangers(DemoPartner.SUPER, known)).isZero();
        assertThat(strangers(DemoPartner.MUSIC, known)).isZero();
        assertThat(strangers(DemoPartner.FUEL, known)).isEqualTo(15);
        assertThat(strangers(DemoPartner.CAFE, known)).isEqualTo(6);
    }

    private static long strangers(DemoPartner partner, Set<String> known) {
        return coalition.receipts(partner).stream()
                .filter(receipt -> !known.contains(receipt.identifier()))
                .count();
    }

    @Test
    void categories_of_the_supermarket_are_tidy_codes() {
        assertThat(new SuperCatalogue().categories())
                .allMatch(code -> code.matches("[A-Z_]+"))
                .contains("DAIRY", "TOBACCO", "GIFT_CARD", "FUEL");
    }
}
