package shutaf.reports.lifetimevalue;

/**
 * What BG/NBD and MBG/NBD share: customers buy at a Gamma-distributed rate, and after each purchase
 * leave with a Beta-distributed probability. In MBG they may also leave right after the first.
 *
 * @param r shape of the buying rates
 * @param alpha scale of the buying rates, weeks
 * @param a first parameter of the leaving probability
 * @param b second parameter, counted so that an active customer's probability is distributed as
 *     {@code Beta(a, b + x)}; MBG's own b is one less
 */
record BetaGeometric(double r, double alpha, double a, double b) {

    private static final int MOST_TERMS = 50_000_000;
    private static final double LARGE = 0x1p800;

    /**
     * P(active): 1 / (1 + a/(b+x-1) * ((alpha+T)/(alpha+t_x))^(r+x)), where leaving after the last
     * purchase is possible at all.
     */
    double alive(BuyingPattern p) {
        double silence = (r + p.x()) * Math.log1p((p.t() - p.tx()) / (alpha + p.tx()));
        return 1 / (1 + Math.exp(Math.log(a) - Math.log(b + p.x() - 1) + silence));
    }

    /**
     * Expected purchases of a customer who is active at T. The number n of purchases that would
     * follow without leaving is negative binomial; of n, the expected {@code g(n) = sum of B(a,
     * b+x+j)/B(a, b+x) over j < n} take place. Summed over n: every term is positive, so there is
     * no singular point at a = 1 or a + b + x = 1 and nothing cancels or overflows. Equal to the
     * textbook's
     *
     * <pre>(a+b+x-1)/(a-1) * [1 - ((alpha+T)/(alpha+T+t))^(r+x)
     *     * 2F1(r+x, b+x; a+b+x-1; t/(alpha+T+t))]</pre>
     */
    double expectedIfActive(BuyingPattern p, double weeks) {
        double shape = r + p.x();
        double rate = alpha + p.t();
        double z = weeks / (rate + weeks);
        double exponent = -shape * Math.log1p(weeks / rate);
        double likely = 1;
        double stays = 1;
        double purchases = 0;
        double sum = 0;
        for (int n = 1; n < MOST_TERMS; n++) {
            likely *= (shape + n - 1) / n * z;
            purchases += stays;
            stays *= (b + p.x() + n - 1) / (a + b + p.x() + n - 1);
            sum += likely * purchases;
            double ratio = (shape + n) / n * z;
            if (ratio < 1 && likely * purchases * ratio <= 1e-17 * (1 - ratio) * sum) {
                return sum * Math.exp(exponent);
            }
            if (sum > LARGE) {
                sum /= LARGE;
                likely /= LARGE;
                exponent += Math.log(LARGE);
            }
        }
        throw new ArithmeticException("horizon of " + weeks + " weeks is too long");
    }
}
