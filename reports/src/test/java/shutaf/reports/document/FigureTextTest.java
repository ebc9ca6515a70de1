package shutaf.reports.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.awt.Color;
import java.time.LocalDate;
import java.util.Currency;

class FigureTextTest {

    private final FigureText english = ReportLanguage.ENGLISH.figures();
    private final FigureText hebrew = ReportLanguage.HEBREW.figures();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ILS |       123450 | 1,234.50
            ILS |           -5 | −0.05
            ILS |            0 | 0.00
            ILS | -99999999999 | −999,999,999.99
            JPY |      1234567 | 1,234,567
            KWD |        -1234 | −1.234
            ILS | -9223372036854775808 | −92,233,720,368,547,758.08
            """)
    void money_has_the_digits_of_its_currency_and_a_true_minus(
            String currency, long minor, String written) {
        assertThat(english.money(minor, Currency.getInstance(currency))).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({"1139,2357,48.3%", "1,3,33.3%", "2,3,66.7%", "1,2000,0.1%", "5,5,100.0%", "0,7,0.0%"
    })
    void a_share_is_rounded_half_up_from_the_counts(long part, long whole, String written) {
        assertThat(english.percent(part, whole)).isEqualTo(written);
    }

    @Test
    void a_share_of_nothing_is_a_dash() {
        assertThat(english.percent(0, 0)).isEqualTo("–");
    }

    @Test
    void in_hebrew_each_figure_stands_between_left_to_right_marks() {
        assertThat(hebrew.whole(-300)).isEqualTo("\u200e−300\u200e");
        assertThat(hebrew.day(LocalDate.of(2026, 11, 2))).isEqualTo("\u200e02/11/2026\u200e");
        assertThat(english.day(LocalDate.of(2026, 11, 2))).isEqualTo("2 Nov 2026");
    }

    @Test
    void vat_rates_have_no_needless_zeros() {
        assertThat(english.basisPoints(1800)).isEqualTo("18%");
        assertThat(english.basisPoints(1750)).isEqualTo("17.5%");
        assertThat(english.basisPoints(0)).isEqualTo("0%");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            00471          | 00471
            =1+1           | '=1+1
            +972           | '+972
            `  -5`         | `'  -5`
            @SUM(A1)       | '@SUM(A1)
            a,b            | "a,b"
            =HYPERLINK("x","y") | "'=HYPERLINK(""x"",""y"")"
            """)
    void text_from_outside_never_runs_as_a_formula(String text, String field) {
        assertThat(CsvText.field(text)).isEqualTo(field);
    }

    @Test
    void a_line_end_inside_a_text_cannot_start_a_new_line() {
        assertThat(CsvText.field("a\r\nb")).isEqualTo("a  b");
    }

    @Test
    void text_reads_well_on_every_step_of_a_heat_map() {
        for (int step = 0; step <= 100; step++) {
            Color ground = HouseColours.heat(step / 100.0);
            assertThat(HouseColours.contrast(ground, HouseColours.textOn(ground)))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void words_of_the_house_read_well_on_white_and_on_cards() {
        for (Color colour :
                new Color[] {HouseColours.INK, HouseColours.MUTED, HouseColours.PRIMARY}) {
            assertThat(HouseColours.contrast(Color.WHITE, colour)).isGreaterThanOrEqualTo(4.5);
            assertThat(HouseColours.contrast(HouseColours.PAGE, colour))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @EnumSource
    void both_languages_have_the_same_words_to_say(ReportLanguage language) {
        assertThat(language.keys()).isEqualTo(ReportLanguage.ENGLISH.keys());
        for (String key : language.keys()) {
            assertThat(language.text(key, "a", "b", "c", "d", "e", "f")).isNotBlank();
        }
    }

    @Test
    void an_unknown_language_is_served_in_hebrew() {
        assertThat(ReportLanguage.ofTag("en-GB")).isEqualTo(ReportLanguage.ENGLISH);
        assertThat(ReportLanguage.ofTag("he")).isEqualTo(ReportLanguage.HEBREW);
        assertThat(ReportLanguage.ofTag("xx")).isEqualTo(ReportLanguage.HEBREW);
    }
}
