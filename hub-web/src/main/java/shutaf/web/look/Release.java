package shutaf.web.look;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import java.util.Locale;

/**
 * Marks the addresses of stylesheets and scripts, so that a browser may keep them for a year and
 * yet takes the new ones after an update: the mark changes with every deployment.
 */
@Named("release")
@ApplicationScoped
public class Release {
    private final String mark = Long.toString(
                    ProcessHandle.current()
                            .info()
                            .startInstant()
                            .map(java.time.Instant::getEpochSecond)
                            .orElse(1L),
                    36)
            .toLowerCase(Locale.ROOT);

    /** A short text without special characters. */
    public String getMark() {
        return mark;
    }
}
