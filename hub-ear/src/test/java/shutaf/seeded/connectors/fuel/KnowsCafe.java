package shutaf.seeded.connectors.fuel;

import shutaf.seeded.connectors.cafe.CafeLine;

/** A fuel connector that reads the cafe's lines. */
public record KnowsCafe(CafeLine line) {}
