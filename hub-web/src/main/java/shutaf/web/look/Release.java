package shutaf.web.look;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.platform.HubClock;

/**
 * Marks the addresses of stylesheets and scripts, so that a browser may keep them for a year and
 * yet takes the new ones after an update: the mark is the second in which this deployment started.
 */
@Named("release")
@ApplicationScoped
public class Release {
    private static final int SHORTEST_RADIX = 36;

    @Inject
    private HubClock clock;

    private String mark = "";

    @PostConstruct
    void start() {
        mark = Long.toString(clock.now().getEpochSecond(), SHORTEST_RADIX);
    }

    /** A short text without special characters. */
    public String getMark() {
        return mark;
    }
}
