package shutaf.reports.retention;

import java.time.LocalDate;

/**
 * A retention report ready to be written: the figures and what they are of.
 *
 * @param scopeHe whose purchases, in Hebrew, for example a partner's name
 * @param scopeEn the same in English
 * @param sourceHe where the purchases come from, one phrase in Hebrew
 * @param sourceEn the same in English
 * @param readOn the day that the figures were read
 * @param figures the figures
 */
public record RetentionReport(
        String scopeHe,
        String scopeEn,
        String sourceHe,
        String sourceEn,
        LocalDate readOn,
        RetentionFigures figures) {}
