package shutaf.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be chosen, and that a choice leaves the rest of the address alone. */
class PreferencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            lang  | he     | he
            lang  | en     | en
            lang  | ar     | -
            lang  | -      | -
            theme | dark   | dark
            theme | auto   | auto
            theme | "><svg | -
            """)
    void only_what_is_listed_can_be_chosen(String choice, String asked, String kept) {
        assertThat(Preferences.allowed(choice, asked).orElse(null)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id=7&lang=en&page=2 | id=7&page=2
            theme=dark          | ''
            partner=SUPER       | partner=SUPER
            language=x&themes=y | language=x&themes=y
            """)
    void a_choice_leaves_the_rest_of_the_address_as_it_was(String query, String rest) {
        assertThat(Preferences.queryWithoutChoices(query)).isEqualTo(rest);
    }

    @Test
    void no_query_is_an_empty_one() {
        assertThat(Preferences.queryWithoutChoices(null)).isEmpty();
    }

    @Test
    void hebrew_is_written_from_right_to_left() {
        assertThat(Preferences.direction("he")).isEqualTo("rtl");
        assertThat(Preferences.direction("en")).isEqualTo("ltr");
    }
}
