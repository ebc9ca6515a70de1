package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import shutaf.member.MemberRef;
import shutaf.purchase.CustomerDay;
import shutaf.purchase.Purchase;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who bought when: what retention and customer value are worked out from. */
class BuyingDaysTest {
    private final Programme programme = new Programme();
    private final PartnerId supermarket = programme.partner("SUPER");
    private final PartnerId cafe = programme.partner("CAFE");

    @Test
    void a_day_of_purchase_is_one_row_whatever_the_number_of_receipts() {
        Programme.Person noa = programme.member(supermarket);
        Programme.Person avi = programme.member(supermarket);
        programme.at("2026-10-05");
        programme.buys(avi, supermarket, "7.00");
        Purchase first = programme.buys(noa, supermarket, "10.00");
        programme.buys(noa, supermarket, "2.50");
        programme.buys(noa, cafe, "99.00");
        programme.at("2026-10-07");
        programme.buys(noa, supermarket, "0.00");
        programme.takeBack(programme.returnOf(first, "1", "10.00"));
        programme.send(programme.receipt(
                supermarket,
                Optional.of(MemberRef.of("CARD", "2900000009999")),
                List.of(Programme.line(1, "5.00", "FOOD"))));

        assertThat(days(supermarket))
                .containsExactlyInAnyOrder(
                        row(noa, "2026-10-05 1250"),
                        row(noa, "2026-10-07 0"),
                        row(avi, "2026-10-05 700"));
        assertThat(days(cafe)).containsExactly(row(noa, "2026-10-05 9900"));
        assertThat(days(PartnerId.HUB))
                .contains(row(noa, "2026-10-05 11150"), row(avi, "2026-10-05 700"));
    }

    @Test
    void members_come_in_byte_order_of_their_numbers_as_reports_need_it() {
        programme.at("2026-10-05");
        for (int i = 0; i < 12; i++) {
            programme.buys(programme.member(cafe), cafe, "1.00");
        }

        List<String> members = new ArrayList<>();
        stream(cafe).forEach(day -> members.add(day.customerId()));

        assertThat(members).hasSize(12).isSorted();
    }

    private static String row(Programme.Person who, String dayAndAmount) {
        return who.id().value() + " " + dayAndAmount;
    }

    private List<String> days(PartnerId scope) {
        return stream(scope).stream()
                .map(d -> d.customerId() + " " + d.date() + " " + d.amountMinor())
                .toList();
    }

    private List<CustomerDay> stream(PartnerId scope) {
        return programme.call(() -> {
            List<CustomerDay> days = new ArrayList<>();
            programme.bean(PurchaseHistory.class).customerDays(ReportFilter.of(scope), days::add);
            return days;
        });
    }
}
