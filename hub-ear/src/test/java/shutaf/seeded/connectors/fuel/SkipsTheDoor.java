package shutaf.seeded.connectors.fuel;

import shutaf.seeded.accrual.PointsInDouble;

/** A connector that works points out by itself. */
public record SkipsTheDoor(PointsInDouble points) {}
