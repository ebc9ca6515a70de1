package shutaf.purchase;

/** The door through which a purchase came. */
public enum Channel {
    /** Partner API. */
    API,
    /** Purchase file. */
    FILE,
    /** Message queue. */
    QUEUE,
    /** A clerk at the till page. */
    TILL
}
