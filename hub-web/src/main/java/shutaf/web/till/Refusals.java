package shutaf.web.till;

import java.time.Instant;
import java.util.List;

/**
 * What a till says when something was refused; every code of the hub has a sentence that says what
 * to do.
 */
final class Refusals {
    private Refusals() {}

    /** The refusal of that code. */
    static Deed deed(Instant at, String kind, String code) {
        return new Deed(
                at, kind, false, "refused." + code, List.of(), "", 0, -1, "refused.todo." + code);
    }
}
