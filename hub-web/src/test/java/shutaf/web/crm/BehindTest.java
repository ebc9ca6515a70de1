package shutaf.web.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.crm.behind.Parameters;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Questions;
import shutaf.web.look.Words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentence that says which figure a list of members is of, as a person would say it. */
class BehindTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            of=cohort | Bought at least once | קנו לפחות פעם אחת
            of=cohort&cohort=2026-03 | First bought in 2026-03 | קנו לראשונה ב־2026-03
            of=cohort&cohort=2026-03&month=0 | First bought in 2026-03 | קנו לראשונה ב־2026-03
            of=cohort&cohort=2026-12&month=1 | First bought in 2026-12, and bought in 2027-01, \
            a month later | קנו לראשונה ב־2026-12 וקנו גם ב־2027-01, כעבור חודש
            of=cohort&cohort=2026-12&month=2 | First bought in 2026-12, and bought in 2027-02, \
            2 months later | קנו לראשונה ב־2026-12 וקנו גם ב־2027-02, כעבור חודשיים
            of=cohort&cohort=2026-12&month=5 | First bought in 2026-12, and bought in 2027-05, \
            5 months later | קנו לראשונה ב־2026-12 וקנו גם ב־2027-05, כעבור 5 חודשים
            of=cohort&month=4 | Bought in month 4 after their first | קנו גם בחודש ה־4 אחרי החודש \
            הראשון שלהם
            of=repeat&days=once | Bought on one day only | קנו ביום אחד בלבד
            of=repeat&days=more | Bought on more than one day | קנו ביותר מיום אחד
            of=repeat&days=long_enough | First bought at least 90 days before the last day with a \
            purchase | קנו לראשונה לפחות 90 יום לפני יום הקנייה האחרון
            of=repeat&days=soon | Came back within 90 days of the first purchase | חזרו בתוך \
            90 יום מהקנייה הראשונה
            of=buyers&at=CAFE&who=newcomers | Bought at another partner before their first \
            purchase here | קנו אצל שותף אחר לפני קנייתם הראשונה כאן
            of=rfm&r=5&f=2-4 | Recency 5, frequency 2–4, money 1–5. Each score is from 1 to 5, \
            and 5 is best. | \
            עדכניות 5, תדירות 2–4, סכום 1–5. כל ציון הוא מ־1 עד 5, והטוב ביותר הוא 5.
            """)
    void says_which_figure(String address, String english, String hebrew) {
        Map<String, String> given = Arrays.stream(address.split("&"))
                .map(pair -> pair.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Question question = Questions.asked(new Parameters(given)).orElseThrow();

        assertThat(said(Locale.ENGLISH, question)).isEqualTo(english);
        assertThat(said(Locale.of("he"), question)).isEqualTo(hebrew);
    }

    private static String said(Locale language, Question question) {
        return Words.in(
                        language,
                        "behind." + question.sentence(),
                        question.told().toArray())
                .replaceAll("[\u2068\u2069]", "");
    }
}
