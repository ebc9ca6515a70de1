package shutaf.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.Collectors;

/** What somebody means who types something into the one box. */
class OneBoxTest {
    @ParameterizedTest(name = "{0} may be: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            050-123-4567      | PHONE CARD
            +972 50 123 4567  | PHONE CARD
            972501234567      | PHONE CARD
            (03) 555-1234     | PHONE CARD
            2900000001239     | CARD PHONE
            2900 0000 0123 9  | CARD PHONE
            noa@example.com   | EMAIL
            S1.abc.def        | QR
            נועה לוי          | ''
            123               | ''
            """)
    void a_text_has_its_readings_the_likeliest_first(String typed, String schemes) {
        assertThat(OneBox.readings(typed).stream()
                        .map(ref -> ref.scheme().name())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(schemes);
    }

    @Test
    void marks_of_direction_that_were_pasted_along_do_not_count() {
        assertThat(OneBox.readings("\u2066050-123-4567\u2069").getFirst().value())
                .isEqualTo("050-123-4567");
    }

    @Test
    void nothing_and_a_novel_are_nobody() {
        assertThat(OneBox.readings(null)).isEmpty();
        assertThat(OneBox.readings("   ")).isEmpty();
        assertThat(OneBox.readings("1".repeat(600))).isEmpty();
    }
}
