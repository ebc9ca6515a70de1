package shutaf.bench;

import java.util.List;

/**
 * What the load process shall do next; it gets it as one line of JSON.
 *
 * @param kind what is sent
 * @param port TCP port of the hub on loopback
 * @param connections each sends one request after the other
 * @param seconds how long
 * @param rate requests per second of all connections together; 0 for as many as go
 * @param tokens bearer token of each partner that sends; member m deals with partner m modulo these
 * @param members number of members, whose cards are {@link #card} of 0 to members - 1
 * @param firstNumber number of the first receipt; no two jobs may overlap
 * @param zipf whether member m comes 1/(m+1) times as often as member 0; else all equally often
 */
public record LoadJob(
        Kind kind,
        int port,
        int connections,
        double seconds,
        double rate,
        List<String> tokens,
        int members,
        long firstNumber,
        boolean zipf) {

    /** Purchases in one request of kind BATCH. */
    static final int BATCH = 100;

    /** Points that a redemption holds and captures. */
    static final int POINTS = 10;

    private static final long FIRST_CARD = 2_900_000_000_000L;

    /** Kinds of work. */
    public enum Kind {
        /** One receipt a request. */
        PURCHASE,
        /** A hundred receipts a request. */
        BATCH,
        /** A hold and its capture: two requests. */
        REDEMPTION
    }

    /** Card number of a member, 13 digits. */
    static long card(int member) {
        return FIRST_CARD + member;
    }
}
