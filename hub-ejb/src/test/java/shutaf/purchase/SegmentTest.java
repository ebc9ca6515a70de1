package shutaf.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which kind of customer somebody is: the first that fits. */
class SegmentTest {
    @ParameterizedTest(name = "{4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            12 | 300 | 950000 | 1  | CHAMPIONS     | two most valuable tenths, likely to come back
            12 | 300 | 950000 | 3  | LOYAL         | likely, and often before
            12 | 300 | 950000 | 0  | LOYAL         | without a value nobody is a champion
            5  | 300 | 500000 | 3  | LOYAL         | the bounds belong to the better side
            4  | 300 | 500000 | 3  | OCCASIONAL    | likely, and not often yet
            12 | 300 | 499999 | 1  | ABOUT_TO_LOSE | a champion who rather will not come again
            1  | 300 | 100000 | 9  | ABOUT_TO_LOSE | not lost yet
            1  | 300 | 99999  | 1  | PROBABLY_LOST | hardly anybody comes back now
            0  | 300 | 99999  | 9  | ONE_TIME      | who never came back cannot be lost
            0  | 92  | 990000 | 5  | ONE_TIME      | not new any more
            0  | 91  | 990000 | 5  | PROMISING_NEW | new, and in the more valuable half
            3  | 91  | 990000 | 1  | PROMISING_NEW | whoever is new is not a champion yet
            0  | 10  | 990000 | 6  | ONE_TIME      | new, and nothing promises more
            3  | 10  | 400000 | 1  | ABOUT_TO_LOSE | new, and on the way out
            12 | 300 | -1     | 0  | UNKNOWN       | no model says anything
            """)
    void fits(int repeats, long days, long alive, int decile, Segment expected, String because) {
        assertThat(Segment.of(new Segment.Signs(repeats, days, alive, decile)))
                .as(because)
                .isEqualTo(expected);
    }
}
