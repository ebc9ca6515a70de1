package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import shutaf.partner.Partners;
import shutaf.partner.Terms;
import shutaf.purchase.Purchase;
import shutaf.redemption.Redemption;
import shutaf.redemption.RedemptionDesk;
import shutaf.redemption.RedemptionOutcome;
import shutaf.settlement.PartnerLines;
import shutaf.settlement.PartnerPosition;
import shutaf.settlement.Position;
import shutaf.settlement.StatementLine;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;

/** What a partner owes and is owed, to the point and agora, worked out by hand. */
class SettlingTest {
    private final Programme programme = new Programme();
    private PartnerId supermarket;
    private PartnerId cafe;
    private Programme.Person noa;

    @BeforeEach
    void anOctober() {
        programme.at("2026-10-05");
        supermarket = programme.partner("SUPER");
        cafe = programme.partner("CAFE");
        noa = programme.member(supermarket);
    }

    @AfterEach
    void theBooksHold() {
        assertThat(programme.audit()).isEmpty();
    }

    /** Noa buys at both, spends 120 at the cafe, brings half of the groceries back, buys again. */
    private void aMonth() {
        Purchase groceries = programme.buys(noa, supermarket, "100.00");
        programme.buys(noa, cafe, "50.00");
        long lunch = programme.spends(noa, cafe, 120);
        RedemptionOutcome.Done coffee =
                (RedemptionOutcome.Done) programme.hold(programme.asks(noa, cafe, 30));
        Redemption held = coffee.redemption();
        programme.capture(cafe, held.id(), OptionalLong.of(10));
        programme.takeBack(programme.returnOf(groceries, "1", "50.00"));
        programme.buys(noa, cafe, "40.00");
        programme.call(
                () -> programme.bean(RedemptionDesk.class).reverse(cafe, lunch, "RETURNED", "t"));
    }

    @Test
    void the_issuer_pays_for_what_it_issued_less_what_came_back() {
        aMonth();

        assertThat(shortly(supermarket))
                .containsExactly("ACCRUAL -100 -600", "CLAWBACK 50 120", "CLAWBACK 0 180");
        assertThat(programme.position(supermarket))
                .isEqualTo(new Position(100, 50, 0, 0, 300, 0, 0, 0, -300, "ILS"));
    }

    @Test
    void the_acceptor_is_paid_whoever_issued_the_points_and_sees_whose_they_were() {
        aMonth();

        assertThat(shortly(cafe))
                .containsExactly(
                        "ACCRUAL -50 -300",
                        "REDEMPTION_OWN 20 100",
                        "REDEMPTION_FOREIGN 100 500",
                        "REDEMPTION_OWN 10 50",
                        "ACCRUAL -40 -240",
                        "REDEMPTION_REVERSAL -120 -600");
        assertThat(programme.position(cafe))
                .isEqualTo(new Position(90, 0, 130, 120, 540, 50, 0, 0, -490, "ILS"));
    }

    @Test
    void own_and_others_points_share_the_money_without_losing_an_agora() {
        PartnerId kiosk = programme.partner("KIOSK", t -> withRefund(t, 550));
        programme.buys(noa, kiosk, "1.00");
        programme.buys(noa, supermarket, "2.00");

        programme.spends(noa, kiosk, 3);

        assertThat(shortly(kiosk))
                .containsExactly("ACCRUAL -1 -6", "REDEMPTION_OWN 1 6", "REDEMPTION_FOREIGN 2 11");
        assertThat(programme.position(kiosk).refunds()).isEqualTo(17);
    }

    @Test
    void a_prepaid_partner_uses_up_its_pack_and_is_still_paid_for_redemptions() {
        PartnerId baker = programme.prepaid("BAKER");
        programme.call(() -> {
            programme
                    .bean(Partners.class)
                    .buysPack(baker, 1_000, 50_00, LocalDate.of(2026, 10, 5), "dana");
            return null;
        });
        programme.buys(noa, baker, "100.00");
        programme.spends(noa, baker, 40);

        assertThat(shortly(baker))
                .containsExactly("PACK 1000 5000", "ACCRUAL -100 -600", "REDEMPTION_OWN 40 200");
        assertThat(programme.position(baker))
                .isEqualTo(new Position(100, 0, 40, 0, 600, 200, 1_000, 900, 200, "ILS"));
    }

    @Test
    void a_line_says_where_and_on_which_receipt() {
        Purchase groceries = programme.buys(noa, supermarket, "100.00");
        programme.spends(noa, supermarket, 10);

        List<StatementLine> lines = programme.lines(supermarket);

        assertThat(lines).extracting(StatementLine::outlet).containsOnly("01");
        assertThat(lines.getFirst().receipt()).isEqualTo(groceries.receipt().toString());
        assertThat(lines.getLast().receipt()).matches("01/1/2026-10-05/H\\d+");
        assertThat(lines.getFirst().journalId()).matches("20261005-\\d+");
    }

    @Test
    void the_position_before_a_day_is_what_was_processed_until_then() {
        programme.buys(noa, supermarket, "100.00");
        programme.at("2026-11-02");
        programme.buys(noa, supermarket, "30.00");

        assertThat(before("2026-10-05")).isEqualTo(new PartnerPosition(0, 0));
        assertThat(before("2026-11-02")).isEqualTo(new PartnerPosition(-100, -600));
        assertThat(before("2026-11-03")).isEqualTo(new PartnerPosition(-130, -780));
    }

    @Test
    void what_expires_is_no_partners_money() {
        programme.buys(noa, supermarket, "100.00");
        programme.at("2028-11-01").night();

        assertThat(programme.balance(noa)).isZero();
        assertThat(shortly(supermarket)).containsExactly("ACCRUAL -100 -600");
        assertThat(programme.position(supermarket).dueToPartner()).isEqualTo(-600);
    }

    private PartnerPosition before(String day) {
        return programme.call(
                () -> programme.bean(PartnerLines.class).before(supermarket, LocalDate.parse(day)));
    }

    private List<String> shortly(PartnerId partner) {
        return programme.lines(partner).stream()
                .map(l -> l.kind() + " " + l.points() + " " + l.moneyMinor())
                .toList();
    }

    private static Terms withRefund(Terms t, long refundPer100Points) {
        return new Terms(
                t.validFrom(),
                t.pointsPerUnit(),
                t.pricePer100Points(),
                refundPer100Points,
                t.pendingDays(),
                t.expiryMonths(),
                t.excludedCategories(),
                t.clawback(),
                t.debtCap());
    }
}
