package shutaf.seeded.nowhere;

/** A feature that nobody has drawn on the map. */
public record InNoMap(String name) {}
