package shutaf.reports.lifetimevalue;

import java.util.Random;
import java.util.function.DoubleSupplier;

/** Customers made up by the models' own stories, from a seed. */
final class Simulated {

    private Simulated() {}

    /** Marsaglia and Tsang 2000. */
    static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double z = random.nextGaussian();
            double v = Math.pow(1 + c * z, 3);
            if (v > 0
                    && Math.log(random.nextDouble()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    static double beta(Random random, double a, double b) {
        double left = gamma(random, a);
        return left / (left + gamma(random, b));
    }

    static BuyingPattern bgNbd(Random random, BgNbd m, double weeks) {
        double leaves = beta(random, m.a(), m.b());
        double rate = gamma(random, m.r()) / m.alpha();
        return history(random, rate, weeks, () -> random.nextDouble() < leaves ? 0 : weeks, weeks);
    }

    static BuyingPattern mbgNbd(Random random, MbgNbd m, double weeks) {
        double leaves = beta(random, m.a(), m.b());
        double rate = gamma(random, m.r()) / m.alpha();
        double stays = random.nextDouble() < leaves ? 0 : weeks;
        return history(random, rate, weeks, () -> random.nextDouble() < leaves ? 0 : weeks, stays);
    }

    static BuyingPattern paretoNbd(Random random, ParetoNbd m, double weeks) {
        double rate = gamma(random, m.r()) / m.alpha();
        double leaving = gamma(random, m.s()) / m.beta();
        double end = -Math.log(random.nextDouble()) / leaving;
        return history(random, rate, weeks, () -> weeks, Math.min(weeks, end));
    }

    static BuyingPattern nbd(Random random, double r, double alpha, double weeks) {
        return history(random, gamma(random, r) / alpha, weeks, () -> weeks, weeks);
    }

    /** Purchases at one rate until the end, which each purchase may bring forward to now. */
    private static BuyingPattern history(
            Random random, double rate, double weeks, DoubleSupplier afterPurchase, double end) {
        int x = 0;
        double last = 0;
        double until = end;
        double now = -Math.log(random.nextDouble()) / rate;
        while (now < until) {
            x++;
            last = now;
            until = Math.min(until, afterPurchase.getAsDouble());
            now += -Math.log(random.nextDouble()) / rate;
        }
        return new BuyingPattern(x, last, weeks);
    }

    static YearlyPattern bgBb(Random random, BgBb m, int years) {
        double buys = beta(random, m.alpha(), m.beta());
        double leaves = beta(random, m.gamma(), m.delta());
        int x = 0;
        int last = 0;
        for (int year = 1; year <= years && random.nextDouble() >= leaves; year++) {
            if (random.nextDouble() < buys) {
                x++;
                last = year;
            }
        }
        return new YearlyPattern(x, last, years);
    }

    /** The mean of x purchases. */
    static double meanSpend(Random random, GammaGamma m, int x) {
        double rate = gamma(random, m.q()) / m.v();
        return gamma(random, m.p() * x) / (rate * x);
    }
}
