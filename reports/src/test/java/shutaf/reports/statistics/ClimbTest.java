package shutaf.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

import java.util.List;

class ClimbTest {

    private static final Box BOX = Box.around(new double[] {1}, 1e6);

    @Test
    void one_start_may_end_on_the_lower_hill_and_several_find_the_higher() {
        Climb climb = new Climb(new Hills(0, 0, 6, 3.5), BOX);

        Maximum low = climb.from(new double[] {Math.exp(-0.5)});
        Climb.Best best = climb.best(List.of(new double[] {Math.exp(-0.5)}, new double[] {500}));

        assertThat(low.parameter(0)).isCloseTo(1, offset(1e-6));
        assertThat(best.maximum().parameter(0)).isCloseTo(Math.exp(6), offset(1e-3));
        assertThat(best.maximum().logLikelihood()).isCloseTo(3.5, offset(1e-9));
        assertThat(best.spread()).isCloseTo(3.5, offset(1e-6));
    }

    @Test
    void the_order_of_starts_does_not_decide() {
        Climb climb = new Climb(new Hills(0, 0, 6, 3.5), BOX);
        Climb.Best best = climb.best(List.of(new double[] {500}, new double[] {Math.exp(-0.5)}));

        assertThat(best.maximum().parameter(0)).isCloseTo(Math.exp(6), offset(1e-3));
        assertThat(best.spread()).isCloseTo(3.5, offset(1e-6));
    }

    /** Of exp(-2 (ln z - 6)^2) the second derivative by ln z is -4: an error of one half. */
    @Test
    void the_error_is_the_root_of_the_inverse_curvature() {
        Maximum top = new Climb(new Hills(0, -50, 6, 0), BOX).from(new double[] {300});

        assertThat(top.inside()).isTrue();
        assertThat(top.logError(0)).isCloseTo(0.5, offset(1e-6));
        assertThat(top.error(0)).isCloseTo(0.5 * Math.exp(6), offset(1e-2));
        assertThat(top.remaining()).isLessThan(1e-9);
    }

    @Test
    void what_has_no_top_stops_at_the_wall_and_is_recognised_there() {
        Maximum up = new Climb(new Slope(-1), BOX).from(new double[] {2});
        assertThat(up.wall(0)).isEqualTo(1);
        assertThat(up.parameter(0)).isCloseTo(1e6, offset(1.0));

        Maximum down = new Climb(new Slope(1), BOX).from(new double[] {2});
        assertThat(down.wall(0)).isEqualTo(-1);
        assertThat(down.inside()).isFalse();
    }

    @Test
    void a_matrix_is_its_eigenvectors_times_their_values() {
        double[][] matrix = {{4, 1, -2}, {1, 2, 0}, {-2, 0, 3}};
        Symmetric taken = Symmetric.of(matrix);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += taken.vector(i, k) * taken.value(k) * taken.vector(j, k);
                }
                assertThat(sum).isCloseTo(matrix[i][j], offset(1e-13));
            }
        }
    }

    /** Two hills over the logarithm: of the given places and heights. */
    private record Hills(double first, double height, double second, double otherHeight)
            implements Likelihood {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public Score at(double[] parameters) {
            LogMixture hills = new LogMixture(1);
            add(hills, parameters[0], first, height);
            add(hills, parameters[0], second, otherHeight);
            Score score = new Score(1);
            score.add(1, hills);
            return score;
        }

        private static void add(LogMixture hills, double z, double place, double height) {
            double away = Math.log(z) - place;
            hills.add(height - 2 * away * away, new double[] {-4 * away / z}, new double[] {
                (-4 + 4 * away) / (z * z)
            });
        }
    }

    /** {@code z} to minus or plus one half, as a logarithm: for ever up or for ever down. */
    private record Slope(double sign) implements Likelihood {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public Score at(double[] parameters) {
            double z = parameters[0];
            LogMixture slope = new LogMixture(1);
            slope.add(-sign * Math.log(z) / 2, new double[] {-sign / (2 * z)}, new double[] {
                sign / (2 * z * z)
            });
            Score score = new Score(1);
            score.add(1, slope);
            return score;
        }
    }
}
