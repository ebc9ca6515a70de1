package shutaf.web.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The small line of a tile. */
class SparklineTest {
    @Test
    void the_oldest_figure_stands_where_the_eye_begins_to_read() {
        List<Long> growing = List.of(0L, 5L, 10L);

        assertThat(Sparkline.of(growing, false).points()).isEqualTo("0,29 50,16 100,3");
        assertThat(Sparkline.of(growing, true).points()).isEqualTo("100,29 50,16 0,3");
    }

    @Test
    void the_ground_is_zero_so_that_small_changes_look_small() {
        assertThat(Sparkline.of(List.of(99L, 100L), false).points()).isEqualTo("0,4 100,3");
    }

    @Test
    void nothing_at_all_is_a_line_on_the_ground() {
        assertThat(Sparkline.of(List.of(0L, 0L), false).points()).isEqualTo("0,29 100,29");
    }

    @Test
    void the_filled_area_is_closed_along_the_ground() {
        assertThat(Sparkline.of(List.of(1L, 1L), false).getArea())
                .isEqualTo("0,32 0,3 100,3 100,32");
    }
}
