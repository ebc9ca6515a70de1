package shutaf.platform;

import jakarta.enterprise.context.ApplicationScoped;

import shutaf.shared.BusinessDay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The only place that asks what time it is, so that a test can move the whole hub to another day.
 */
@ApplicationScoped
public class HubClock {
    private volatile Duration moved = Duration.ZERO;

    /** Now, in whole microseconds: the precision that the database keeps. */
    public Instant now() {
        return Instant.now().plus(moved).truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Real time, whatever day a test has moved the hub to: for what other servers' clocks decide.
     */
    public Instant real() {
        return Instant.now();
    }

    /** Today in the programme's zone. */
    public LocalDate today() {
        return BusinessDay.of(now());
    }

    /** Moves the hub's time by so much from real time; zero brings it back. For scenario tests. */
    public void moveBy(Duration distance) {
        moved = distance;
    }
}
