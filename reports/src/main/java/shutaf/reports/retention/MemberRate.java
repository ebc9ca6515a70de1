package shutaf.reports.retention;

import shutaf.reports.document.ReportLanguage;

import java.util.Locale;

/** The shares of the retention report beside the cohorts; each has one sentence that defines it. */
public enum MemberRate {
    /** Members who bought, of all members. */
    PARTICIPATION("took-part", "members"),
    /** Members who earned or spent, of all members. */
    ENGAGEMENT("engaged", "members"),
    /** Silences that were broken, of all that were long enough. */
    REACTIVATION("broken", "silences"),
    /** Money of members, of all sales. */
    MEMBER_SALES("spent", "sales"),
    /** Money of members who came back, of all members' money. */
    REPEATER_SALES("spent-repeaters", "spent"),
    /** Money of days after the first, of all members' money. */
    LATER_SALES("spent-later", "spent");

    private final String part;
    private final String whole;

    MemberRate(String part, String whole) {
        this.part = part;
        this.whole = whole;
    }

    /** Name of the sum above the line. */
    String part() {
        return part;
    }

    /** Name of the sum below the line. */
    String whole() {
        return whole;
    }

    /** The name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is called. */
    public String title(ReportLanguage language) {
        return language.text("retention.rate." + key());
    }

    /** Its definition, one sentence. */
    public String definition(ReportLanguage language) {
        return language.text(
                "retention.rate." + key() + ".text",
                language.figures().whole(MemberFigures.SILENT_DAYS));
    }

    /** Whether it divides money and not members. */
    public boolean ofMoney() {
        return this == MEMBER_SALES || this == REPEATER_SALES || this == LATER_SALES;
    }
}
