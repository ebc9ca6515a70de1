package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

import shutaf.crm.MemberFile;
import shutaf.crm.MemberOverview;
import shutaf.crm.MemberSearch;
import shutaf.crm.MemberTimeline;
import shutaf.crm.SoldReceipt;
import shutaf.crm.TillCustomer;
import shutaf.crm.TillDesk;
import shutaf.crm.TimelineEvent;
import shutaf.ledger.JournalKind;
import shutaf.member.Enrolment;
import shutaf.member.Identifiers;
import shutaf.member.MemberRef;
import shutaf.member.Members;
import shutaf.purchase.Purchase;
import shutaf.redemption.RedemptionOutcome;
import shutaf.shared.MemberId;
import shutaf.shared.PartnerId;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What people see who look into the books: members found, their story told, sums that agree. */
class LookingTest {
    private final Programme programme = new Programme().at("2026-11-20");
    private final PartnerId market = programme.partner("MARKET");
    private final PartnerId cafe = programme.partner("CAFE");

    private List<TimelineEvent> story(Programme.Person who, MemberTimeline.Theme theme) {
        return programme.call(() -> programme
                .bean(MemberTimeline.class)
                .page(new MemberTimeline.Asked(who.id(), theme, Optional.empty(), 0, 50)));
    }

    private List<MemberId> found(String term) {
        MemberSearch.Asked asked =
                new MemberSearch.Asked(term, MemberSearch.Order.NAME, false, 0, 50);
        return programme.call(() -> programme.bean(MemberSearch.class).page(asked)).stream()
                .map(MemberSearch.Row::id)
                .toList();
    }

    @Test
    void points_earned_at_one_partner_are_followed_to_where_they_were_spent_and_back() {
        Programme.Person noa = programme.member(market);
        programme.buys(noa, market, "300.00");
        programme.spends(noa, cafe, 120);

        List<TimelineEvent> story = story(noa, MemberTimeline.Theme.ALL);

        assertThat(story)
                .extracting(TimelineEvent::kind)
                .containsExactly(JournalKind.REDEMPTION_HOLD, JournalKind.ACCRUAL);
        TimelineEvent.Gained gained = story.get(1).gained().getFirst();
        assertThat(gained.points()).isEqualTo(300);
        assertThat(gained.lot().remaining()).isEqualTo(180);
        assertThat(gained.uses()).hasSize(1);
        assertThat(gained.uses().getFirst().partner().id()).isEqualTo(cafe);
        assertThat(gained.uses().getFirst().points()).isEqualTo(120);
        assertThat(story.getFirst().takenByIssuer())
                .singleElement()
                .satisfies(from -> assertThat(from.issuer().id()).isEqualTo(market));
    }

    @Test
    void a_redemption_captured_in_part_is_one_event_that_shows_what_was_really_spent() {
        Programme.Person noa = programme.member(market);
        programme.buys(noa, market, "300.00");
        RedemptionOutcome.Done held =
                (RedemptionOutcome.Done) programme.hold(programme.asks(noa, cafe, 200));
        programme.capture(cafe, held.redemption().id(), OptionalLong.of(50));

        TimelineEvent spent = story(noa, MemberTimeline.Theme.SPENT).getFirst();

        assertThat(spent.points()).isEqualTo(-50);
        assertThat(spent.redemption().orElseThrow().held()).isEqualTo(200);
        assertThat(spent.taken()).extracting(TimelineEvent.Taken::points).containsExactly(50L);
        assertThat(spent.partnerMoney().orElseThrow().minor()).isEqualTo(250);
    }

    @Test
    void the_effects_of_a_story_add_up_to_the_points_that_the_member_has() {
        Programme.Person noa = programme.member(market);
        Purchase sale = programme.buys(noa, market, "250.00");
        programme.buys(noa, cafe, "80.00");
        programme.spends(noa, cafe, 60);
        programme.takeBack(programme.returnOf(sale, "1", "100.00"));

        long sum = story(noa, MemberTimeline.Theme.ALL).stream()
                .mapToLong(TimelineEvent::points)
                .sum();

        assertThat(sum).isEqualTo(programme.balance(noa)).isEqualTo(170);
    }

    @Test
    void the_file_of_a_member_says_where_points_came_from_and_went() {
        Programme.Person noa = programme.member(market);
        programme.buys(noa, market, "300.00");
        programme.spends(noa, cafe, 120);

        MemberOverview file = programme.call(
                () -> programme.bean(MemberFile.class).open(noa.id()).orElseThrow());

        assertThat(file.standing().active()).isEqualTo(180);
        assertThat(file.standing().worth().minor()).isEqualTo(900);
        assertThat(file.lastYear().count()).isEqualTo(1);
        assertThat(file.partners())
                .extracting(MemberOverview.AtPartner::earned, MemberOverview.AtPartner::spent)
                .containsExactly(tuple(300L, 0L), tuple(0L, 120L));
    }

    @Test
    void a_member_is_found_by_name_phone_in_any_notation_card_mail_and_receipt() {
        Enrolment asked = new Enrolment(
                List.of(
                        MemberRef.of("PHONE", "052-777-1234"),
                        MemberRef.of("CARD", "2977700001234"),
                        MemberRef.of("EMAIL", "Zohara.T@Example.com")),
                "זוהרה",
                "טל־שחר",
                "he",
                List.of());
        programme.call(() -> programme.bean(Members.class).enrol(market, asked));
        MemberId zohara = programme.call(() -> programme
                .bean(Members.class)
                .lookup(market, MemberRef.of("CARD", "2977700001234"))
                .orElseThrow()
                .id());
        Purchase sale = programme.receipt(
                market,
                Optional.of(MemberRef.of("CARD", "2977700001234")),
                List.of(Programme.line(1, "20.00", "FOOD")));
        programme.send(sale);

        assertThat(List.of(
                        "זוהרה",
                        "שחר זוהר",
                        "0527771234",
                        "+972-52-777-1234",
                        "2977 7000 0123 4",
                        "zohara.t@example.com"))
                .allSatisfy(term -> assertThat(found(term)).containsExactly(zohara));
        assertThat(found(sale.receipt().number())).contains(zohara);
        assertThat(found("100% _nobody_")).isEmpty();
    }

    @Test
    void a_list_is_cut_in_order_and_counts_everybody() {
        programme.member(market);
        programme.member(market);
        programme.member(market);
        MemberSearch search = programme.bean(MemberSearch.class);
        long all = programme.call(() -> search.count(""));

        List<MemberId> first = programme
                .call(() -> search.page(
                        new MemberSearch.Asked("", MemberSearch.Order.JOINED, true, 0, 2)))
                .stream()
                .map(MemberSearch.Row::id)
                .toList();
        List<MemberId> second = programme
                .call(() -> search.page(
                        new MemberSearch.Asked("", MemberSearch.Order.JOINED, true, 2, 2)))
                .stream()
                .map(MemberSearch.Row::id)
                .toList();

        assertThat(all).isGreaterThanOrEqualTo(3);
        assertThat(first).hasSize(2).doesNotContainAnyElementsOf(second);
    }

    @Test
    void a_till_knows_a_member_by_a_shown_code_and_keeps_a_number_that_lasts() {
        Programme.Person noa = programme.member(market);
        programme.buys(noa, market, "40.00");
        String code = programme.bean(Identifiers.class).qrFor(noa.id(), programme.now());

        TillCustomer customer = programme.call(
                () -> programme.bean(TillDesk.class).lookup(cafe, code).orElseThrow());

        assertThat(customer.ref()).isEqualTo(MemberRef.of("CARD", noa.card()));
        assertThat(customer.maskedName()).isEqualTo("נ** ל**");
        assertThat(customer.balance()).isEqualTo(40);
    }

    @Test
    void a_clerk_sees_what_is_left_of_a_sale() {
        Programme.Person noa = programme.member(market);
        Purchase sale = programme.buys(noa, market, "100.00");
        programme.takeBack(programme.returnOf(sale, "1", "30.00"));

        List<SoldReceipt> sales = programme.call(() ->
                programme.bean(TillDesk.class).sales(market, sale.receipt().number()));

        assertThat(sales)
                .singleElement()
                .satisfies(sold ->
                        assertThat(sold.lines().getFirst().leftAmount().minor()).isEqualTo(7000));
    }
}
