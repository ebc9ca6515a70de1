package shutaf.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardNumberTest {
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "2000001234563, true, an in-store number as scanners know it",
        "4006381333931, true, a product on a shelf",
        "2900000001237, true, member 123",
        "2900000001239, false, wrong check digit",
        "290000000123, false, one digit short",
        "29000000012a7, false, a letter",
    })
    void the_check_digit_is_that_of_ean_13(String number, boolean valid, String because) {
        assertThat(CardNumber.isValid(number)).as(because).isEqualTo(valid);
    }

    @Test
    void numbers_that_do_not_fit_are_refused() {
        assertThat(CardNumber.of(9_999_999_999L)).hasSize(13).startsWith("299999999999");
        assertThatThrownBy(() -> CardNumber.of(10_000_000_000L))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
