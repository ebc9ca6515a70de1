package shutaf.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers as they may be shown. */
class MaskTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CARD             | 2900000001239                               | •••• 1239
            PHONE            | +972501234567                               | •••• 4567
            EMAIL            | noa.levi@example.com                        | n•••@example.com
            NATIONAL_ID      | 3uFhJk0Qw0l1mXW9rJYb0lq0b1yq9hN8o1sCqf2rVxI | •••••••••
            PARTNER_CUSTOMER | 77                                          | •••• 7
            """)
    void enough_to_tell_apart_and_too_little_to_use(String scheme, String value, String shown) {
        assertThat(Mask.of(scheme, value)).isEqualTo(shown);
    }
}
