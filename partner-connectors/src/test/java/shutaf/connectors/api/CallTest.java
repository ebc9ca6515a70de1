package shutaf.connectors.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {
    @ParameterizedTest(name = "{0} prefers {1}")
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            none                     | en
            he                       | he
            he-IL                    | he
            iw                       | he
            en-US,en;q=0.9,he;q=0.8  | en
            fr,he;q=0.5              | he
            he;q=0.1,en;q=0.2        | en
            fr                       | en
            *                        | en
            ;;;                      | en
            """)
    void reasons_speak_the_language_that_the_caller_prefers(String accepted, String language) {
        assertThat(Call.preferred(accepted).getLanguage()).isEqualTo(language);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            abc     | abc
            "abc"   | abc
            "a"b"   | a"b
            "       | "
            """)
    void a_key_is_the_same_quoted_and_bare(String header, String key) {
        assertThat(Call.bare(header)).isEqualTo(key);
    }
}
