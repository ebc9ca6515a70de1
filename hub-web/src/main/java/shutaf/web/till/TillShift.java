package shutaf.web.till;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A clerk's shift at one till: where it stands and what was done last. Lives as long as the login.
 */
@Named("shift")
@SessionScoped
public class TillShift implements Serializable {
    private static final int KEPT = 8;

    private String outlet = "";
    private String till = "1";
    private final ArrayList<Deed> deeds = new ArrayList<>();
    private boolean shown = true;

    /** The outlet's code; empty until one was chosen. */
    public String getOutlet() {
        return outlet;
    }

    /** Moves the till to another outlet. */
    public void setOutlet(String chosen) {
        outlet = chosen == null ? "" : chosen;
    }

    /** The till's number in its outlet. */
    public String getTill() {
        return till;
    }

    /** Numbers the till. */
    public void setTill(String chosen) {
        till = chosen == null || chosen.isBlank() ? "1" : chosen.strip();
    }

    /** The last deeds, the latest first. */
    public List<Deed> getDeeds() {
        return List.copyOf(deeds);
    }

    /** Keeps what was done or refused; it is shown large once. */
    void keep(Deed deed) {
        deeds.addFirst(deed);
        if (deeds.size() > KEPT) {
            deeds.removeLast();
        }
        shown = false;
    }

    /** The deed that is to be shown large now, if there is a new one. */
    Optional<Deed> takeNews() {
        boolean news = !shown && !deeds.isEmpty();
        shown = true;
        return news ? Optional.of(deeds.getFirst()) : Optional.empty();
    }
}
