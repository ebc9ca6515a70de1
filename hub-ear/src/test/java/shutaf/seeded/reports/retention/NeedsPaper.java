package shutaf.seeded.reports.retention;

import shutaf.seeded.reports.paper.NeedsFigures;

/** Figures that know how they are printed, which closes a cycle inside reports. */
public record NeedsPaper(NeedsFigures paper) {}
