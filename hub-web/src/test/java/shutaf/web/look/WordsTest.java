package shutaf.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import shutaf.crm.MemberTimeline;
import shutaf.ledger.JournalKind;
import shutaf.partner.Agreements;
import shutaf.redemption.Redemption;
import shutaf.shared.RefusalReason;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Sentences in both languages: one and many, and nothing that can be turned around. */
class WordsTest {
    private static final Locale HEBREW = Locale.of("he");
    private static final List<Locale> BOTH = List.of(HEBREW, Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0    | no points
            1    | 1 point
            1012 | 1,012 points
            """)
    void one_and_many_are_told_apart(long points, String said) {
        assertThat(Words.in(Locale.ENGLISH, "points", points)).isEqualTo(said);
    }

    @Test
    void a_name_in_another_script_is_isolated_from_the_sentence() {
        assertThat(Words.in(HEBREW, "event.ACCRUAL", "Pina Cafe"))
                .contains("\u2068Pina Cafe\u2069");
    }

    @Test
    void a_figure_in_a_text_does_not_become_a_pattern() {
        assertThat(Words.in(Locale.ENGLISH, "home.hello", "O'Neil {0}")).contains("O'Neil {0}");
    }

    /** Codes of the hub for which a page puts the key together at run time. */
    static Stream<String> keysOfCodes() {
        return Stream.of(
                        names(RefusalReason.values(), "refused.", "refused.todo."),
                        names(JournalKind.values(), "event.", "my.plain."),
                        names(Redemption.Status.values(), "my.redemption."),
                        names(MemberTimeline.Theme.values(), "theme."),
                        names(Agreements.Decision.values(), "partner.news."))
                .flatMap(all -> all)
                // A hold, a capture and a void are shown as one redemption.
                .filter(key -> !key.matches("(event|my\\.plain)\\.(CAPTURE|VOID)"));
    }

    private static Stream<String> names(Enum<?>[] codes, String... prefixes) {
        return Arrays.stream(prefixes).flatMap(p -> Arrays.stream(codes).map(c -> p + c.name()));
    }

    @ParameterizedTest
    @MethodSource("keysOfCodes")
    void every_code_of_the_hub_has_its_words_in_both_languages(String key) {
        assertThat(BOTH)
                .allSatisfy(language ->
                        assertThat(Words.in(language, key, "x", "y", "z")).isNotBlank());
    }
}
