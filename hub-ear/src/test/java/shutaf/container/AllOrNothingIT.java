package shutaf.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import shutaf.intake.IntakeOutcome;
import shutaf.intake.PurchaseIntake;
import shutaf.ledger.BooksAudit;
import shutaf.platform.HubClock;
import shutaf.platform.NotCommitted;
import shutaf.purchase.Purchase;
import shutaf.purchase.ReceiptKey;
import shutaf.redemption.HoldRequest;
import shutaf.redemption.RedemptionDesk;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A purchase is in the books with all that belongs to it, or not at all; also under the queue. */
@InsideTheServer
class AllOrNothingIT {
    private static final int AT_ONCE = 40;
    private static final int SPOILT = 20;

    @Inject
    private Coalition coalition;

    @Inject
    private Refusals refusals;

    @Inject
    private Calls calls;

    @Inject
    private Rows rows;

    @Inject
    private PurchaseIntake intake;

    @Inject
    private RedemptionDesk redemptions;

    @Inject
    private BooksAudit audit;

    @Inject
    private HubClock clock;

    private PartnerId supermarket;
    private Coalition.Person noa;
    private Coalition.Person refused;

    @Deployment
    static EnterpriseArchive hub() {
        return HubArchive.withTests();
    }

    @BeforeEach
    void twoMembersWithPoints() {
        supermarket = coalition.partner();
        noa = coalition.member(supermarket);
        refused = coalition.member(supermarket);
        coalition.buys(noa, supermarket, 100);
        coalition.buys(refused, supermarket, 100);
    }

    @AfterEach
    void theBooksHold() {
        refusals.end(refused);
        assertThat(audit.differences()).isEmpty();
    }

    @Test
    void a_list_that_the_database_refuses_at_its_last_statement_leaves_nothing() {
        assertThatAListLeavesNothingWhenRefused(Refusals.At.WRITING);
    }

    @Test
    void a_list_that_the_database_refuses_at_the_commit_leaves_nothing() {
        assertThatAListLeavesNothingWhenRefused(Refusals.At.COMMIT);
    }

    private void assertThatAListLeavesNothingWhenRefused(Refusals.At when) {
        PartnerId cafe = coalition.partner();
        List<Purchase> list = List.of(
                coalition.receipt(cafe, noa, 5),
                coalition.receipt(cafe, refused, 6),
                coalition.receipt(supermarket, noa, 7));
        List<String> before = everything();
        refusals.begin(refused, when);

        assertThatThrownBy(() -> intake.accept(list)).isInstanceOf(RuntimeException.class);

        assertThat(everything()).isEqualTo(before);
        refusals.end(refused);
        assertThat(intake.accept(list)).allMatch(o -> o instanceof IntakeOutcome.Accrued);
        assertThat(coalition.balance(noa)).isEqualTo(112);
        assertThat(coalition.balance(refused)).isEqualTo(106);
    }

    @Test
    void a_hold_that_the_database_refuses_leaves_nothing() {
        ReceiptKey basket = new ReceiptKey("01", "1", clock.today(), "basket");
        HoldRequest asked =
                new HoldRequest(supermarket, basket, clock.now(), refused.ref(), 50, "till");
        List<String> before = everything();
        refusals.begin(refused, Refusals.At.WRITING);

        assertThatThrownBy(() -> redemptions.hold(asked))
                .hasStackTraceContaining("refused by a test");

        assertThat(everything()).isEqualTo(before);
        assertThat(coalition.balance(refused)).isEqualTo(100);
    }

    @Test
    void a_single_purchase_is_answered_only_when_others_can_see_it() throws Exception {
        List<CompletionStage<Long>> seen = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            Purchase purchase = coalition.receipt(supermarket, noa, 1);
            seen.add(intake.accept(purchase)
                    .thenApply(answer -> rows.numberOnSecondConnection(
                            "select count(*) from purchase where status = 'ACCRUED' and number = '"
                                    + purchase.receipt().number() + "'")));
        }

        for (CompletionStage<Long> one : seen) {
            assertThat(soon(one)).isEqualTo(1);
        }
    }

    @Test
    void those_who_wait_share_a_transaction() throws Exception {
        List<CompletionStage<IntakeOutcome>> answers = allAtOnce(AT_ONCE + 1);

        for (CompletionStage<IntakeOutcome> answer : answers) {
            assertThat(soon(answer)).isInstanceOf(IntakeOutcome.Accrued.class);
        }
        // One purchase was there before; each of the two workers may have left with what it found.
        assertThat(calls.asHub(() -> rows.number(
                        "select count(distinct xmin::text) from purchase where partner_id = ?",
                        supermarket.value())))
                .isLessThanOrEqualTo(2 + 3);
    }

    @Test
    void of_those_who_share_a_transaction_only_the_one_who_spoils_it_fails() throws Exception {
        refusals.begin(refused, Refusals.At.WRITING);

        assertThatOnlyTheRefusedFails(allAtOnce(SPOILT));
    }

    @Test
    void a_commit_that_fails_is_answered_and_spoils_nobody_else() throws Exception {
        refusals.begin(refused, Refusals.At.COMMIT);

        assertThatOnlyTheRefusedFails(allAtOnce(SPOILT));
    }

    @Test
    void the_door_stays_open_however_often_a_commit_fails() throws Exception {
        refusals.begin(refused, Refusals.At.COMMIT);
        for (int i = 0; i < 4; i++) {
            CompletionStage<IntakeOutcome> answer =
                    intake.accept(coalition.receipt(supermarket, refused, 1));
            assertThatThrownBy(() -> soon(answer)).hasCauseInstanceOf(NotCommitted.class);
        }

        assertThat(soon(intake.accept(coalition.receipt(supermarket, noa, 1))))
                .isInstanceOf(IntakeOutcome.Accrued.class);
    }

    private void assertThatOnlyTheRefusedFails(List<CompletionStage<IntakeOutcome>> answers)
            throws Exception {
        for (int i = 0; i < AT_ONCE; i++) {
            CompletionStage<IntakeOutcome> answer = answers.get(i);
            if (i == SPOILT) {
                assertThatThrownBy(() -> soon(answer)).isInstanceOf(ExecutionException.class);
            } else {
                assertThat(soon(answer)).isInstanceOf(IntakeOutcome.Accrued.class);
            }
        }
        assertThat(coalition.balance(noa)).isEqualTo(100 + AT_ONCE - 1);
        assertThat(coalition.balance(refused)).isEqualTo(100);
    }

    /**
     * Purchases that arrive while somebody else has the only connection, hence wait together.
     *
     * @param refusedOne which of them is the refused member's; the others are Noa's
     */
    private List<CompletionStage<IntakeOutcome>> allAtOnce(int refusedOne) {
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            purchases.add(coalition.receipt(supermarket, i == refusedOne ? refused : noa, 1));
        }
        return calls.unscoped(() -> {
            rows.number("select 1");
            return purchases.stream().map(intake::accept).toList();
        });
    }

    private static <T> T soon(CompletionStage<T> answer) throws Exception {
        CompletableFuture<T> future = answer.toCompletableFuture();
        return future.get(60, TimeUnit.SECONDS);
    }

    /** Every row of every table that a purchase or redemption writes, as one text each. */
    private List<String> everything() {
        List<String> tables = new ArrayList<>();
        for (String table : calls.asHub(rows::guarded)) {
            tables.addAll(calls.asHub(() -> rows.texts("select '" + table
                    + " ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by"
                    + " t::text)), '') from " + table + " t")));
        }
        return tables;
    }
}
