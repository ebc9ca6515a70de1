package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.Home;
import shutaf.crm.HomeFigures;
import shutaf.platform.HubClock;
import shutaf.web.look.Preferences;
import shutaf.web.look.Sparkline;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The CRM's first page: figures with their change and line, the partners' week, what waits for
 * somebody.
 */
@Named("homePage")
@RequestScoped
public class HomePage {
    @Inject
    private Home home;

    @Inject
    private HubClock clock;

    @Inject
    private Preferences chosen;

    private HomeFigures figures;

    /**
     * A figure with its change.
     *
     * @param name message key
     * @param value the last 28 days
     * @param change against the 28 days before, in tenths of a percent; 0 when there was none
     * @param line the last weeks
     */
    public record Tile(String name, long value, long change, Sparkline line) {}

    /** All figures of the page. */
    public HomeFigures getFigures() {
        if (figures == null) {
            figures = home.figures();
        }
        return figures;
    }

    /** The tiles in their order. */
    public List<Tile> getTiles() {
        return List.of(
                tile("home.active", HomeFigures.Period::activeMembers),
                tile("home.purchases", HomeFigures.Period::purchases),
                tile("home.earned", HomeFigures.Period::earned),
                tile("home.spent", HomeFigures.Period::spent));
    }

    /** Today in the programme's zone. */
    public LocalDate getToday() {
        return clock.today();
    }

    private Tile tile(String name, ToLongFunction<HomeFigures.Period> figure) {
        List<Long> weeks =
                getFigures().weeks().stream().map(figure::applyAsLong).toList();
        List<HomeFigures.Period> months = getFigures().months();
        long now = figure.applyAsLong(months.getLast());
        long before = figure.applyAsLong(months.get(months.size() - 2));
        long change = before == 0 ? 0 : Math.floorDiv((now - before) * 1000, before);
        return new Tile(
                name, now, change, Sparkline.of(weeks, "rtl".equals(chosen.getDirection())));
    }
}
