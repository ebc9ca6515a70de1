package shutaf.reports.lifetimevalue;

import shutaf.reports.document.ReportLanguage;

import java.util.Locale;

/** What is to be said about a fit in plain words, before or instead of its parameters. */
public enum FitFinding {
    /** There is nobody in the sample. */
    NO_CUSTOMERS,
    /** Everybody bought for the first time on the last day: no time has passed. */
    NO_TIME,
    /** Nobody has bought twice. */
    NO_REPEATS,
    /** A handful of returning customers cannot carry four parameters. */
    TOO_FEW_REPEATERS,
    /** As well described by the model in which nobody ever leaves. */
    NOBODY_LEAVES,
    /** The rate of leaving is seen, how it differs between customers is not. */
    ONE_LEAVING_RATE,
    /** The rate of buying is seen, how it differs between customers is not. */
    ONE_BUYING_RATE,
    /** The likelihood has no top within any sensible bounds. */
    NO_MAXIMUM,
    /** A parameter is known within a factor of more than seven only, forecasts still hold. */
    WIDE_ERRORS,
    /** Starts ended on hills of different height; the highest is reported. */
    SEVERAL_MAXIMA,
    /** There are no amounts above zero to learn from. */
    NO_AMOUNTS,
    /** The spread of spending is so wide that it has no mean. */
    NO_MEAN_SPEND,
    /** How customers' spending differs is not seen. */
    ONE_SPENDING_LEVEL,
    /** Who buys often also spends more, or less, per purchase than the model assumes. */
    SPEND_GOES_WITH_FREQUENCY;

    /** The sentence. */
    public String say(ReportLanguage language) {
        return language.text("lifetime.finding." + key());
    }

    /** The name in files. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
