package shutaf.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.shared.Money;

import java.time.Instant;
import java.time.LocalDate;

/** One notation of numbers, money and days, whatever the language and the server's own locale. */
class FiguresTest {
    private final Figures show = new Figures();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0       | 0
            45      | 45
            1012    | 1,012
            -30     | −30
            3904551 | 3,904,551
            """)
    void numbers_are_grouped_and_carry_a_true_minus(long number, String shown) {
        assertThat(show.number(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            45   | +45
            -200 | −200
            0    | 0
            """)
    void an_effect_says_which_way_it_goes(long points, String shown) {
        assertThat(show.signed(points)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4590     | ILS | ₪45.90
            5        | ILS | ₪0.05
            -120400  | ILS | −₪1,204.00
            123456   | USD | $1,234.56
            500      | JPY | ¥500
            """)
    void money_has_its_sign_before_the_figure_and_its_currencys_digits(
            long minor, String currency, String shown) {
        assertThat(show.money(new Money(minor, currency))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            724  | 72.4%
            1000 | 100.0%
            -178 | −17.8%
            """)
    void shares_have_one_digit(long tenths, String shown) {
        assertThat(show.perMille(tenths)).isEqualTo(shown);
    }

    @Test
    void days_and_times_are_those_of_the_programmes_zone() {
        Instant lateInLondon = Instant.parse("2026-11-20T22:30:00Z");

        assertThat(show.dayOf(lateInLondon)).isEqualTo("21/11/2026");
        assertThat(show.time(lateInLondon)).isEqualTo("00:30");
        assertThat(show.day(LocalDate.of(2026, 1, 2))).isEqualTo("02/01/2026");
    }
}
