package shutaf.web.till;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;

/**
 * What a clerk just did, as it is shown large, and small in the list of the shift.
 *
 * @param at when
 * @param kind EARN, REDEEM or RETURN
 * @param good whether it was done; otherwise it was refused
 * @param key message key of what happened
 * @param arguments figures and names for the message
 * @param who the member's masked name, empty when it does not matter
 * @param points effect on the member's points
 * @param balance the member's points afterwards; -1 when nobody's
 * @param why message key of an explanation, empty without one
 */
public record Deed(
        Instant at,
        String kind,
        boolean good,
        String key,
        List<Serializable> arguments,
        String who,
        long points,
        long balance,
        String why)
        implements Serializable {
    /** Copies the arguments. */
    public Deed {
        arguments = List.copyOf(arguments);
    }
}
