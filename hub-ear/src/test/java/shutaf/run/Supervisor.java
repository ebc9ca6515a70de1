package shutaf.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Looks once a second whether all parts still run, and starts again what died.
 *
 * <p>Deliberately simple: a part may die three times within ten minutes, then all is stopped,
 * because something is wrong that another start does not mend.
 */
final class Supervisor {

    private static final int DEATHS_BORNE = 3;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final HubParts hub;
    private final Progress progress;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Map<String, Integer> deaths = new HashMap<>();
    private Duration countedSince = Duration.ZERO;

    Supervisor(HubParts hub, Progress progress) {
        this.hub = hub;
        this.progress = progress;
    }

    /**
     * Returns after {@link #stop()}.
     *
     * @throws CannotStart when a part cannot be kept alive
     */
    void watch() throws InterruptedException {
        while (!stopped.await(1, TimeUnit.SECONDS)) {
            for (Part part : hub.parts()) {
                if (!part.process().alive() && stopped.getCount() > 0) {
                    revive(part);
                }
            }
        }
    }

    /** Ends the watch; a death after this call is intended. */
    void stop() {
        stopped.countDown();
    }

    private void revive(Part part) {
        if (progress.elapsed().minus(countedSince).compareTo(WITHIN) > 0) {
            deaths.clear();
            countedSince = progress.elapsed();
        }
        String ending = part.process().ending();
        if (deaths.merge(part.name(), 1, Integer::sum) > DEATHS_BORNE) {
            throw new CannotStart(part.name() + " died again (" + ending + "), more often than "
                    + DEATHS_BORNE + " times in " + WITHIN.toMinutes() + " minutes. Look into "
                    + hub.data().log(part.name()) + ".");
        }
        progress.stage(part.name(), "died (" + ending + "), starting it again", part::start);
    }
}
