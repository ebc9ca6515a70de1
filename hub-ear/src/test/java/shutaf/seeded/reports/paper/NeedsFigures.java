package shutaf.seeded.reports.paper;

import shutaf.seeded.reports.retention.NeedsPaper;

/** Paper that knows one report. */
public record NeedsFigures(NeedsPaper figures) {}
