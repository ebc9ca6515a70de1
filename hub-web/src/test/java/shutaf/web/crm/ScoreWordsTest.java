package shutaf.web.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import shutaf.crm.score.Score;
import shutaf.crm.score.Scores;
import shutaf.crm.score.Scoring;
import shutaf.purchase.Segment;
import shutaf.web.look.Words;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a member's score is what it is, in sentences that a colleague could have said. */
class ScoreWordsTest {
    private static final Locale HEBREW = Locale.of("he");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private static Scores.Read read(
            int repeats, int between, int silent, String model, boolean identified) {
        LocalDate last = FIRST.plusDays(between);
        Optional<String> named = Optional.of(model).filter(m -> !m.isEmpty());
        Optional<Score.Outlook> outlook =
                named.map(m -> new Score.Outlook(312_345, 2_000, Optional.of(45_000L)));
        LocalDate asOf = last.plusDays(silent);
        return new Scores.Read(
                new Score(1, repeats, FIRST, last, asOf, outlook, 3),
                new Scoring(asOf, named, identified, true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            11 | 231 | 14 | Bought on 12 days in 35 weeks, about every 3 weeks; the last time \
            2 weeks ago, as usual. 31% likely to buy again.
            11 | 231 | 49 | Bought on 12 days in 40 weeks, about every 3 weeks; the last time \
            7 weeks ago, longer than usual. 31% likely to buy again.
            11 | 182 | 98 | Bought on 12 days in 40 weeks, about every 2 weeks; the last time \
            14 weeks ago, which is unusually long for this member. 31% likely to buy again.
            20 | 20  | 1  | Bought on 21 days in 3 weeks, about every day; the last time a day \
            ago, as usual. 31% likely to buy again.
            1  | 7   | 0  | Bought on 2 days, 7 days apart; the last time less than a day ago. \
            31% likely to buy again.
            0  | 0   | 70 | Bought once, 10 weeks ago. 31% likely to buy again.
            """)
    void in_english(int repeats, int between, int silent, String said) {
        assertThat(why(Locale.ENGLISH, read(repeats, between, silent, "pnbd", true)))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            11 | 231 | 14 | קניות ב־12 ימים במשך 35 שבועות, בערך כל 3 שבועות; האחרונה לפני \
            שבועיים, כרגיל. הסיכוי לקנייה נוספת: 31%.
            11 | 231 | 49 | קניות ב־12 ימים במשך 40 שבועות, בערך כל 3 שבועות; האחרונה לפני \
            7 שבועות, הפסקה ארוכה מהרגיל. הסיכוי לקנייה נוספת: 31%.
            11 | 182 | 98 | קניות ב־12 ימים במשך 40 שבועות, בערך כל שבועיים; האחרונה לפני \
            14 שבועות, הפסקה חריגה באורכה לעומת ההרגל. הסיכוי לקנייה נוספת: 31%.
            20 | 20  | 1  | קניות ב־21 ימים במשך 3 שבועות, בערך כל יום; האחרונה לפני יום, כרגיל. \
            הסיכוי לקנייה נוספת: 31%.
            1  | 2   | 2  | קניות בשני ימים, בהפרש של יומיים; האחרונה לפני יומיים. הסיכוי לקנייה \
            נוספת: 31%.
            0  | 0   | 70 | קנייה אחת, לפני 10 שבועות. הסיכוי לקנייה נוספת: 31%.
            """)
    void in_hebrew(int repeats, int between, int silent, String said) {
        assertThat(why(HEBREW, read(repeats, between, silent, "pnbd", true))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bgnbd | 0 | One purchase does not tell yet whether another will follow.
            mbgnbd| 0 | 31% likely to buy again.
            nbd   | 4 | In this history nobody is seen to leave, so everybody counts as active.
            ''    | 4 | There is too little history for a forecast.
            """)
    void says_so_where_a_model_cannot_tell(String model, int repeats, String said) {
        Scores.Read read = read(repeats, repeats * 9, 30, model, true);

        assertThat(why(Locale.ENGLISH, read)).endsWith(said);
        assertThat(new ScoreWords().chance(read)).isEqualTo(said.startsWith("31") ? "31%" : "–");
    }

    @Test
    void says_that_a_ridge_only_forecasts() {
        assertThat(why(Locale.ENGLISH, read(4, 36, 30, "bgnbd", false)))
                .endsWith("The forecast holds; the model behind it is not identified.");
    }

    @Test
    void figures_in_a_sentence_cannot_be_turned_around() {
        assertThat(ScoreWords.why(HEBREW, read(4, 36, 30, "pnbd", true)))
                .contains("\u206831%\u2069");
    }

    @ParameterizedTest
    @CsvSource({"0, <1%", "4999, <1%", "5000, 1%", "312345, 31%", "994999, 99%", "1000000, >99%"})
    void no_model_knows_for_sure(long millionths, String shown) {
        assertThat(ScoreWords.percent(millionths)).isEqualTo(shown);
    }

    @ParameterizedTest
    @EnumSource(Segment.class)
    void every_segment_has_its_name_and_rule_in_both_languages(Segment segment) {
        assertThat(List.of(HEBREW, Locale.ENGLISH)).allSatisfy(language -> {
            assertThat(Words.in(language, "segment." + segment)).isNotBlank();
            assertThat(Words.in(language, "segment.rule." + segment, 13, 5, 2, 5, "50%", "10%"))
                    .doesNotContain("{");
        });
    }

    private static String why(Locale language, Scores.Read read) {
        return ScoreWords.why(language, read).replaceAll("[\u2068\u2069]", "");
    }
}
