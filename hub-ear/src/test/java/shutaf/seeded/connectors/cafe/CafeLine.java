package shutaf.seeded.connectors.cafe;

/** One line of the cafe's own format. */
public record CafeLine(String text) {}
