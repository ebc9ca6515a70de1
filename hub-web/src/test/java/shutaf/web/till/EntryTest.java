package shutaf.web.till;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/** What makes a press of a button happen once. */
class EntryTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:15:30.123456Z");

    @Test
    void an_entry_comes_back_from_the_form_as_it_went_out() {
        Entry entry = Entry.fresh(NOW);

        assertThat(Entry.parse(entry.toString())).contains(entry);
        assertThat(entry.at()).isEqualTo(Instant.parse("2026-11-22T08:15:30.123Z"));
    }

    @Test
    void two_pages_of_the_same_moment_are_two_entries() {
        assertThat(Entry.fresh(NOW)).isNotEqualTo(Entry.fresh(NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "mi5q1abc-", "mi5q1abc-12345/../", "MI5Q1ABC-12345"})
    void what_somebody_else_wrote_is_no_entry(String sent) {
        assertThat(Entry.parse(sent)).isEmpty();
    }

    @Test
    void nothing_is_no_entry() {
        assertThat(Entry.parse(null)).isEmpty();
    }
}
