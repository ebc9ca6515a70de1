package shutaf.reports.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.stream.IntStream;

class RfmScoresTest {

    @ParameterizedTest
    @CsvSource({"3, 123", "5, 12345", "7, 1122345", "10, 1122334455", "13, 1112223334455"})
    void equal_parts_give_the_first_parts_what_five_does_not_divide(int all, String expected) {
        StringBuilder parts = new StringBuilder();
        IntStream.range(0, all).forEach(rank -> parts.append(RfmScores.ntile(rank, all)));

        assertThat(parts).hasToString(expected);
    }
}
