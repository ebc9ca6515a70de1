package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import shutaf.platform.ReportDatabase;
import shutaf.programme.Core;
import shutaf.programme.Programme;
import shutaf.programme.Replica;
import shutaf.purchase.CustomerDays;
import shutaf.purchase.ReportFilter;
import shutaf.reports.lifetimevalue.LifetimeJson;
import shutaf.reports.lifetimevalue.LifetimeReport;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.reports.retention.RetentionJson;
import shutaf.reports.retention.RetentionReport;
import shutaf.reports.retention.RetentionReports;
import shutaf.shared.PartnerId;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Reports read from a real streaming replica what the hub's own database had until then. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicaIT {
    private static final int MEMBERS = 15;

    private final Programme programme = new Programme();
    private final PartnerId shop = programme.partner("FAR");
    private Programme.Person somebody;
    private Replica replica;
    private Core far;
    private int reads;

    @BeforeAll
    void someMembersAndAReplica(@TempDir Path folder) throws IOException, SQLException {
        for (int k = 0; k < MEMBERS; k++) {
            somebody = programme.at("2026-01-05").member(shop);
            programme.buys(somebody, shop, "10.00");
            programme.at("2026-02-10").buys(somebody, shop, (k + 1) + ".00");
        }
        replica = Replica.in(folder);
        far = replica.core();
    }

    @AfterAll
    void stop() {
        replica.close();
    }

    /** Both reports, read through one core. */
    private record Both(RetentionReport retention, LifetimeReport lifetime) {

        /** Every figure as text. */
        String figures() {
            return RetentionJson.of(retention) + LifetimeJson.of(lifetime);
        }
    }

    @Test
    void a_replica_that_has_followed_shows_what_the_hub_shows() {
        programme.bean(CustomerDays.class).catchUp();
        awaitReplay();

        Both theirs = fromReplica();

        assertThat(theirs.figures()).isEqualTo(fromHub().figures());
        assertThat(theirs.retention().figures().summary().customers())
                .isGreaterThanOrEqualTo(MEMBERS);
        assertThat(fromHub().retention().asOf()).isEmpty();
        assertThat(fromHub().lifetime().asOf()).isEmpty();
    }

    @Test
    void one_that_lags_shows_the_older_state_whole_and_says_up_to_when() {
        programme.bean(CustomerDays.class).catchUp();
        awaitReplay();
        String before = fromHub().figures();
        replica.pause();
        await().until(replica::isPaused);
        Instant stopped = Instant.now();
        try {
            programme.at("2026-05-05").buys(somebody, shop, "99.00");
            programme.buys(programme.member(shop), shop, "5.00");

            Both theirs = fromReplica();

            assertThat(theirs.figures()).isEqualTo(before);
            assertThat(theirs.retention().asOf().orElseThrow()).isBefore(stopped);
            assertThat(theirs.lifetime().asOf()).isEqualTo(theirs.retention().asOf());
            assertThat(fromHub().figures()).isNotEqualTo(before);
        } finally {
            replica.resume();
        }
        awaitReplay();
        Both again = fromReplica();
        assertThat(again.figures()).isEqualTo(fromHub().figures());
        assertThat(again.retention().asOf().orElseThrow()).isAfter(stopped);
    }

    /** What a receipt has touched is worked out anew where it can be written. */
    @Test
    void a_report_writes_on_the_hub_and_never_on_the_replica() {
        awaitReplay();
        replica.pause();
        await().until(replica::isPaused);
        try {
            String day = "select count(*) from customer_day where day = '2026-07-07'";
            programme.at("2026-07-07").buys(somebody, shop, "7.00");

            fromReplica();

            assertThat(replica.hubShows(day)).isEqualTo("1");
            assertThat(replica.shows(day)).isEqualTo("0");
        } finally {
            replica.resume();
        }
        assertThatThrownBy(() -> far.bean(ReportDatabase.class)
                        .read(
                                PartnerId.HUB,
                                reading -> reading.first(
                                        "update customer_day_mark set upto = 0 returning upto",
                                        r -> r.getLong(1))))
                .hasRootCauseMessage("ERROR: cannot execute UPDATE in a read-only transaction");
    }

    private void awaitReplay() {
        String written = replica.written();
        await().atMost(Duration.ofMinutes(1)).until(() -> replica.hasFollowed(written));
    }

    private Both fromHub() {
        return programme.call(() -> read(
                programme.bean(RetentionReports.class), programme.bean(LifetimeReports.class)));
    }

    private Both fromReplica() {
        return far.inTransaction(
                () -> read(far.bean(RetentionReports.class), far.bean(LifetimeReports.class)));
    }

    /** A day outside of the history stands for the usual one, and no kept report is of it. */
    private Both read(RetentionReports retention, LifetimeReports lifetime) {
        ReportFilter all = ReportFilter.of(shop);
        LocalDate usual = LocalDate.EPOCH.plusDays(reads++);
        return new Both(
                retention.read(all).orElseThrow(),
                lifetime.read(all, Optional.of(usual)).orElseThrow());
    }
}
