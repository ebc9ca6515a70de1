package shutaf.reports.campaign;

/**
 * What one arm of a campaign did, over its members, those who did nothing included with zero.
 *
 * <p>These are the aggregates that PostgreSQL computes in one pass ({@code count}, {@code avg},
 * {@code var_samp}, {@code covar_samp}), so that no member is ever read one by one.
 *
 * @param members members of the arm
 * @param buyers those of them with an outcome above zero
 * @param mean mean outcome per member while the campaign ran, such as ILS spent
 * @param variance its sample variance
 * @param meanBefore mean of the same measure per member over a time before the campaign
 * @param varianceBefore its sample variance
 * @param covariance sample covariance of the two
 */
public record ArmFigures(
        long members,
        long buyers,
        double mean,
        double variance,
        double meanBefore,
        double varianceBefore,
        double covariance) {

    /**
     * Refuses what cannot be the summary of an arm.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public ArmFigures {
        if (members < 0 || buyers < 0 || buyers > members) {
            throw new IllegalArgumentException(
                    "An arm of " + members + " members cannot have " + buyers + " buyers.");
        }
        double sum = mean + variance + meanBefore + varianceBefore + covariance;
        if (!Double.isFinite(sum) || variance < 0 || varianceBefore < 0) {
            throw new IllegalArgumentException(
                    "The means and variances of an arm are finite, and no variance is negative.");
        }
    }

    /** An arm of which nothing is known from before the campaign. */
    public static ArmFigures withoutPast(long members, long buyers, double mean, double variance) {
        return new ArmFigures(members, buyers, mean, variance, 0, 0, 0);
    }

    /** Variance of the arm's mean. */
    double varianceOfMean() {
        return variance / members;
    }

    /** Sum of squares around the mean, before the campaign. */
    double squaresBefore() {
        return varianceBefore * (members - 1);
    }

    /** Sum of products around the means. */
    double products() {
        return covariance * (members - 1);
    }
}
