package shutaf.jobs;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

import shutaf.ledger.BooksAudit;
import shutaf.ledger.LotUpkeep;
import shutaf.platform.HubClock;
import shutaf.platform.Upkeep;
import shutaf.purchase.CustomerDays;
import shutaf.redemption.RedemptionDesk;
import shutaf.returns.ReturnDesk;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/** The timetable. Two nodes may run the same job: the members' locks keep them apart. */
@Singleton
@Startup
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class HubJobs {
    private static final Logger LOG = System.getLogger(HubJobs.class.getName());
    private static final int CHUNK = 1_000;

    @Inject
    private RedemptionDesk redemptions;

    @Inject
    private ReturnDesk returns;

    @Inject
    private LotUpkeep lots;

    @Inject
    private CustomerDays days;

    @Inject
    private BooksAudit audit;

    @Inject
    private Upkeep upkeep;

    @Inject
    private HubClock clock;

    private final AtomicBoolean quickRunning = new AtomicBoolean();
    private final AtomicBoolean daysRunning = new AtomicBoolean();

    /** Holds that timed out go back to their members; returns that waited find their sales. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void everyTenSeconds() {
        if (quickRunning.compareAndSet(false, true)) {
            try {
                untilDone(redemptions::releaseTimedOut);
                untilDone(returns::catchUp);
            } finally {
                quickRunning.set(false);
            }
        }
    }

    /** Days of purchase that reports read are kept at hand, so that a report has little to wait. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    public void everyMinute() {
        if (daysRunning.compareAndSet(false, true)) {
            try {
                days.catchUp();
            } finally {
                daysRunning.set(false);
            }
        }
    }

    /** Pending points whose day has come become spendable soon after midnight. */
    @Schedule(hour = "0", minute = "10", timezone = "Asia/Jerusalem", persistent = false)
    public void shortlyAfterMidnight() {
        upkeep.partitions(clock.today());
        untilDone(() -> lots.activateDue(CHUNK));
        untilDone(() -> lots.expireDue(CHUNK));
    }

    /** Proves the books each night and shouts when they do not hold. */
    @Schedule(hour = "3", minute = "0", timezone = "Asia/Jerusalem", persistent = false)
    public void nightlyAudit() {
        audit.differences()
                .forEach(d -> LOG.log(
                        Level.ERROR, "the books do not hold: {0}: {1}", d.rule(), d.detail()));
    }

    private static void untilDone(IntSupplier chunk) {
        int done;
        do {
            done = chunk.getAsInt();
        } while (done > 0);
    }
}
