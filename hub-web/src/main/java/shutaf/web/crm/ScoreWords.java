package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.LosingMembers;
import shutaf.crm.WinBack;
import shutaf.crm.score.Habit;
import shutaf.crm.score.Score;
import shutaf.crm.score.Scores;
import shutaf.crm.score.Scoring;
import shutaf.web.look.Figures;
import shutaf.web.look.Preferences;
import shutaf.web.look.Words;

import java.util.Locale;
import java.util.Optional;

/** Says what is expected of a member and why, as one colleague would say it to another. */
@Named("scored")
@RequestScoped
public class ScoreWords {
    private static final int DAYS_A_WEEK = 7;
    private static final int IN_WEEKS = 14;
    private static final long ONE_PERCENT = 10_000;

    @Inject
    private Preferences chosen;

    @Inject
    private Figures show;

    /** How the member used to buy, how long they have been silent, and what that means. */
    public String why(Scores.Read read) {
        return why(chosen.getLocale(), read);
    }

    static String why(Locale language, Scores.Read read) {
        return habit(language, Habit.of(read.score())) + " " + chance(language, read);
    }

    /** Only how they used to buy. */
    public String habit(Scores.Read read) {
        return habit(chosen.getLocale(), Habit.of(read.score()));
    }

    static String habit(Locale language, Habit habit) {
        return Words.in(
                language,
                "score.habit." + habit.pace(),
                habit.buys(),
                span(language, "span.", habit.overDays()),
                span(language, habit.buys() == 2 ? "span." : "every.", habit.everyDays()),
                span(language, "span.", habit.silentDays()));
    }

    /** 3 days, 6 weeks: whole weeks from two weeks on. */
    private static String span(Locale language, String key, long days) {
        return days < IN_WEEKS
                ? Words.in(language, key + "days", days)
                : Words.in(language, key + "weeks", (2 * days + DAYS_A_WEEK) / (2 * DAYS_A_WEEK));
    }

    private static String chance(Locale language, Scores.Read read) {
        if (!tells(read)) {
            return Words.in(language, "score.chance." + silence(read));
        }
        String said = Words.in(
                language, "score.chance", percent(read.score().outlook().get().aliveMillionths()));
        return read.how().identified()
                ? said
                : said + " " + Words.in(language, "score.chance.ridge");
    }

    /** Whether the model says anything about this member's coming back. */
    private static boolean tells(Scores.Read read) {
        return silence(read).isEmpty();
    }

    private static String silence(Scores.Read read) {
        Optional<String> model = read.how().model();
        if (model.isEmpty() || read.score().outlook().isEmpty()) {
            return "none";
        }
        if (model.get().equals(Scoring.NOBODY_LEAVES)) {
            return "stays";
        }
        boolean once = read.score().repeats() == 0;
        return once && model.get().equals(Scoring.LEAVES_AT_A_REPEAT) ? "once" : "";
    }

    /** The chance of another purchase as 31%, a dash where the model cannot tell. */
    public String chance(Scores.Read read) {
        return tells(read) ? percent(read.score().outlook().get().aliveMillionths()) : "–";
    }

    /** A chance in millionths as 31%; never 0% or 100%, which no model can know. */
    public String chanceOf(long millionths) {
        return percent(millionths);
    }

    static String percent(long millionths) {
        long rounded = (millionths + ONE_PERCENT / 2) / ONE_PERCENT;
        if (rounded < 1) {
            return "<1%";
        }
        return rounded > 99 ? ">99%" : rounded + "%";
    }

    /** The expected value of twelve months; a dash where there is none. */
    public String value(Scores.Read read) {
        return read.score()
                .outlook()
                .flatMap(Score.Outlook::valueMinor)
                .map(show::shekels)
                .orElse("–");
    }

    /** What to do about a member who is about to be lost. */
    public String action(LosingMembers.Row row) {
        return action(chosen.getLocale(), row.signs());
    }

    String action(Locale language, WinBack.Signs signs) {
        WinBack what = WinBack.suggest(signs);
        String key = "win." + what;
        return switch (what) {
            case REMIND ->
                Words.in(
                        language,
                        key,
                        signs.expiring(),
                        Figures.written(signs.expiringOn().orElseThrow()));
            case OFFER ->
                Words.in(
                        language,
                        key,
                        show.money(signs.balanceWorth()),
                        signs.favourite().orElseThrow().name(language));
            case CALL -> Words.in(language, key);
        };
    }
}
