package shutaf.reports.lifetimevalue;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;

import shutaf.crm.score.ScoreBook;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;
import shutaf.shared.PartnerId;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Scores all members of the coalition and of each partner: each night, and in between when a
 * history has just been taken in, since whoever starts with a year of purchases shall not wait for
 * the night to see who they are.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ScoringJob {
    private static final Logger LOG = System.getLogger(ScoringJob.class.getName());
    private static final Duration THIS_NIGHT = Duration.ofHours(12);
    private static final Duration JUST_NOW = Duration.ofSeconds(30);

    /**
     * Numbers of purchases are given out 500 at a time; fewer of these blocks a minute is quiet.
     */
    private static final long QUIET = 5_000;

    private static final int NOTICEABLE_PARTS = 10;

    @Inject
    private ScoreBook book;

    @Inject
    private PurchaseHistory history;

    private final AtomicBoolean running = new AtomicBoolean();
    private volatile long seen = -1;

    /** When the files of the day are in and the points of the day have expired. */
    @Schedule(hour = "3", minute = "30", timezone = "Asia/Jerusalem", persistent = false)
    public void eachNight() {
        all(THIS_NIGHT);
    }

    /** Looks whether there is a tenth more than what was scored, and whether it keeps growing. */
    @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
    public void eachMinute() {
        long now = book.purchases();
        long before = seen;
        seen = now;
        long scored = book.scoredUpTo();
        boolean grown = now > 0 && (scored < 0 || now - scored > scored / NOTICEABLE_PARTS);
        if (grown && before >= 0 && now - before <= QUIET) {
            all(JUST_NOW);
        }
    }

    private void all(Duration atMost) {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            for (PartnerId scope : book.scopes()) {
                if (book.claim(scope, atMost)) {
                    claimed(scope);
                }
            }
        } finally {
            running.set(false);
        }
    }

    /** A scope that cannot be scored must not keep the others from it. */
    private void claimed(PartnerId scope) {
        try {
            score(scope);
        } catch (RuntimeException failed) {
            LOG.log(Level.ERROR, "scores of " + scope + " could not be worked out", failed);
            book.release(scope);
        }
    }

    private void score(PartnerId scope) {
        long upto = book.purchases();
        Optional<LifetimeScores> read = LifetimeScores.read(history, ReportFilter.of(scope));
        if (read.isEmpty()) {
            book.nobody(scope);
            return;
        }
        LifetimeScores scored = read.get();
        book.replace(scope, scored.how(), upto, scored.scores());
        LOG.log(
                Level.INFO,
                "scored {0} members of {1} with {2}",
                scored.scores().size(),
                scope,
                scored.how().model().orElse("no model"));
    }
}
