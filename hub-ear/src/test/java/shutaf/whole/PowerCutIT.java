package shutaf.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import shutaf.ledger.BooksAudit;
import shutaf.run.RunningHub;
import shutaf.run.RunningHub.Server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Servers are killed while tills send receipts. The judge is what the tills wrote down: every
 * receipt that was acknowledged counts, once, with the points of the answer; none that was sent
 * again counts twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PowerCutIT {
    private static final int TILLS = 8;
    private static final int MEMBERS = 20;

    private final WholeHub whole = new WholeHub();
    private final RunningHub hub = whole.running();
    private final PartnerCalls shop = new PartnerCalls(hub, "SUPER");
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();

    @BeforeAll
    void members() {
        for (int i = 0; i < MEMBERS; i++) {
            int status = shop.post(
                            "/members", PartnerCalls.member(card(i), "050-555-" + (1000 + i)))
                    .status();
            assertThat(status).isIn(200, 201);
        }
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled_when_servers_die() throws Exception {
        long before = points();
        AtomicBoolean open = new AtomicBoolean(true);
        ExecutorService tills = Executors.newFixedThreadPool(TILLS);
        for (int i = 0; i < TILLS; i++) {
            tills.execute(() -> sell(open));
        }
        for (Server victim : List.of(Server.WILDFLY, Server.POSTGRES, Server.KEYCLOAK)) {
            awaitReceipts(acknowledged.size() + 50);
            hub.kill9(victim);
            hub.restart(victim);
        }
        awaitReceipts(acknowledged.size() + 50);
        open.set(false);
        tills.shutdown();
        assertThat(tills.awaitTermination(2, TimeUnit.MINUTES)).isTrue();

        assertThat(surprises).isEmpty();
        long written = acknowledged.values().stream().mapToLong(Long::longValue).sum();
        assertThat(points() - before).as("points in the books").isEqualTo(written);
        everyReceiptIsKnown();
        assertThat(differences()).isEmpty();
    }

    @Test
    void sixty_four_tills_at_once_spend_no_point_twice() throws Exception {
        String card = "2977000000099";
        shop.post("/members", PartnerCalls.member(card, "050-555-0099"));
        shop.post("/purchases", PartnerCalls.purchase("rich", card, "100.00"));
        PartnerCalls cafe = new PartnerCalls(hub, "CAFE");
        AtomicInteger held = new AtomicInteger();
        CountDownLatch gun = new CountDownLatch(1);
        try (ExecutorService tills = Executors.newFixedThreadPool(64)) {
            for (int i = 0; i < 64; i++) {
                String number = "hold" + i;
                tills.execute(() -> {
                    await(gun);
                    int status = cafe.post("/redemptions", PartnerCalls.hold(number, card, 7))
                            .status();
                    held.addAndGet(status == 201 ? 1 : 0);
                });
            }
            gun.countDown();
        }

        assertThat(held.get()).isEqualTo(14);
        assertThat(differences()).isEmpty();
    }

    private void sell(AtomicBoolean open) {
        while (open.get()) {
            int n = numbers.incrementAndGet();
            String number = "cut" + n;
            sellUntilAnswered(
                    number, PartnerCalls.purchase(number, card(n % MEMBERS), 1 + n % 90 + ".50"));
        }
    }

    /** A till sends its receipt again until it gets an answer, however often the power goes. */
    private void sellUntilAnswered(
            String number, com.fasterxml.jackson.databind.JsonNode purchase) {
        for (int attempt = 0; attempt < 600; attempt++) {
            try {
                PartnerCalls.Answer answer = shop.post("/purchases", purchase);
                if (answer.status() == 200 || answer.status() == 201) {
                    acknowledged.put(number, answer.body().get("points").asLong());
                    return;
                }
                if (answer.status() < 500 && answer.status() != 404) {
                    surprises.add(number + ": " + answer);
                    return;
                }
            } catch (RuntimeException noAnswer) {
                // The server is down; so a till asks again.
            }
            pause();
        }
        surprises.add(number + " was never answered");
    }

    private void everyReceiptIsKnown() {
        long known = whole.number("select count(*) from purchase where number like 'cut%'");
        assertThat(known).isEqualTo(acknowledged.size());
    }

    /** Of these tills' members: others' holds may end by the clock in the same minute. */
    private long points() {
        return whole.number("select coalesce(sum(active), 0)::bigint from balance"
                + " where member_id in (select member_id from identifier where scheme = 'CARD'"
                + " and value between '" + card(0) + "' and '" + card(MEMBERS - 1) + "')");
    }

    private List<String> differences() {
        List<String> found = new ArrayList<>();
        for (BooksAudit.Check check : BooksAudit.checks()) {
            long rows = whole.number("select count(*) from (" + check.statement() + ") broken");
            if (rows > 0) {
                found.add(check.rule());
            }
        }
        return found;
    }

    private void awaitReceipts(int wanted) {
        org.awaitility.Awaitility.await()
                .atMost(3, TimeUnit.MINUTES)
                .until(() -> acknowledged.size() >= wanted);
    }

    private static void await(CountDownLatch gun) {
        try {
            gun.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
    }

    private static String card(int i) {
        return "29770000000" + (10 + i);
    }
}
