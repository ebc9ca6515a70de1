package shutaf.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import shutaf.intake.IntakeOutcome;
import shutaf.intake.PurchaseIntake;
import shutaf.jobs.HubJobs;
import shutaf.ledger.BooksAudit;
import shutaf.message.PostOffice;
import shutaf.platform.HubClock;
import shutaf.purchase.Channel;
import shutaf.purchase.Purchase;
import shutaf.purchase.ReceiptKey;
import shutaf.redemption.HoldRequest;
import shutaf.redemption.Redemption;
import shutaf.redemption.RedemptionDesk;
import shutaf.redemption.RedemptionOutcome;
import shutaf.returns.GoodsReturn;
import shutaf.returns.ReturnDesk;
import shutaf.returns.ReturnOutcome;
import shutaf.settlement.Positions;
import shutaf.shared.PartnerId;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What the hub does by itself: its timers, and its clock that a test may move. */
@InsideTheServer
class ByTheClockIT {
    /** The timer comes every ten seconds; the rest is for a machine with other work. */
    private static final Duration SOME_TICKS = Duration.ofSeconds(60);

    private static final Duration LONGER_THAN_A_HOLD = Duration.ofMinutes(16);

    @Inject
    private Coalition coalition;

    @Inject
    private Calls calls;

    @Inject
    private Rows rows;

    @Inject
    private PurchaseIntake intake;

    @Inject
    private RedemptionDesk redemptions;

    @Inject
    private ReturnDesk returns;

    @Inject
    private Positions positions;

    @Inject
    private BooksAudit audit;

    @Inject
    private HubJobs jobs;

    @Inject
    private PostOffice post;

    @Inject
    private HubClock clock;

    private PartnerId supermarket;
    private Coalition.Person noa;

    @Deployment
    static EnterpriseArchive hub() {
        return HubArchive.withTests();
    }

    @BeforeEach
    void aMemberOfASupermarket() {
        supermarket = coalition.partner();
        noa = coalition.member(supermarket);
    }

    @AfterEach
    void theBooksHold() {
        clock.moveBy(Duration.ZERO);
        assertThat(audit.differences()).isEmpty();
    }

    @Test
    void a_server_without_mail_has_its_post_office_closed_and_not_broken() {
        assertThat(post.isOpen()).isFalse();
    }

    @Test
    void a_hold_that_nobody_captures_is_given_back_by_itself() {
        coalition.buys(noa, supermarket, 500);
        ReceiptKey basket = new ReceiptKey("01", "1", clock.today(), "basket");
        long hold = redemption(redemptions.hold(
                        new HoldRequest(supermarket, basket, clock.now(), noa.ref(), 200, "till")))
                .id();
        assertThat(coalition.balance(noa)).isEqualTo(300);

        clock.moveBy(LONGER_THAN_A_HOLD);

        await().atMost(SOME_TICKS).until(() -> coalition.balance(noa) == 500);
        assertThat(redemption(redemptions.status(supermarket, hold)).status())
                .isEqualTo(Redemption.Status.EXPIRED);
    }

    @Test
    void a_return_that_waits_finds_its_sale_by_itself() {
        Purchase sale = coalition.receipt(supermarket, noa, 80);
        GoodsReturn all = new GoodsReturn(
                supermarket,
                new ReceiptKey("01", "1", clock.today(), "back"),
                clock.now(),
                Optional.of(sale.receipt()),
                Optional.empty(),
                List.of(new GoodsReturn.Line(1, 1, "", BigDecimal.ZERO, 8000)),
                sale.total(),
                Channel.API);
        assertThat(returns.takeBack(all)).isInstanceOf(ReturnOutcome.Waiting.class);

        assertThat(intake.accept(List.of(sale)).getFirst())
                .isInstanceOf(IntakeOutcome.Accrued.class);

        await().atMost(SOME_TICKS).until(() -> positions.of(supermarket).clawedBack() == 80);
        assertThat(coalition.balance(noa)).isZero();
        assertThat(returns.takeBack(all)).isInstanceOf(ReturnOutcome.Returned.class);
    }

    @Test
    void the_whole_hub_moves_with_its_clock() {
        LocalDate today = clock.today();
        clock.moveBy(Duration.ofDays(40));

        Purchase later = coalition.buys(noa, supermarket, 1);

        assertThat(clock.today()).isEqualTo(today.plusDays(40));
        assertThat(later.receipt().businessDate()).isEqualTo(today.plusDays(40));
        assertThat(calls.asHub(() -> rows.number(
                        "select extract(day from max(recorded_at) - now()) from purchase"
                                + " where partner_id = ?",
                        supermarket.value())))
                .isBetween(39L, 40L);
    }

    @Test
    void the_night_makes_the_months_of_a_coming_year() {
        clock.moveBy(Duration.ofDays(500));
        LocalDate nextYear = clock.today().plusMonths(12);
        String month = "purchase_" + nextYear.format(DateTimeFormatter.ofPattern("yyyyMM"));
        String exists = "select count(*) from pg_class where relname = ?";
        assertThat(calls.unscoped(() -> rows.number(exists, month))).isZero();

        jobs.shortlyAfterMidnight();

        assertThat(calls.unscoped(() -> rows.number(exists, month))).isEqualTo(1);
        coalition.buys(noa, supermarket, 1);
        assertThat(calls.as(
                        supermarket,
                        () -> rows.texts("select tableoid::regclass::text from purchase")))
                .containsExactly(
                        "purchase_" + clock.today().format(DateTimeFormatter.ofPattern("yyyyMM")));
        assertThat(calls.unscoped(
                        () -> rows.texts("select has_table_privilege(?, 'select')::text", month)))
                .containsExactly("false");
    }

    private static Redemption redemption(RedemptionOutcome outcome) {
        return ((RedemptionOutcome.Done) outcome).redemption();
    }
}
