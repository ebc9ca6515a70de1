package shutaf.bench;

/** What is measured, in the order of the table, with what is asked for at least and aimed at. */
enum Measure {
    ACCRUAL_8("single accruals, 8 connections / R", 0.45, 0.6),
    ACCRUAL_16("single accruals, 16 connections / R", 0.65, 0.9),
    ACCRUAL_64("single accruals, 64 connections / R", 1.1, 1.5),
    HOT_8("one partner / spread over 50, 8 connections", 0.9, 0.95),
    HOT_16("one partner / spread over 50, 16 connections", 0.9, 0.95),
    HOT_64("one partner / spread over 50, 64 connections", 0.9, 0.95),
    BATCH("accruals in batches of 100, 4 connections / R", 4, 6),
    FILE("purchase file / COPY + SQL posting", 0.5, 0.8),
    REDEMPTION("hold + capture, uniform members, 8 conn. / R", 0, 0),
    REDEMPTION_ZIPF("hold + capture, zipf with 20,000 lots / R", 0.3, 0.6),
    P99("p99 at half of peak, 64 connections, ms", -150, -100),
    AUDIT("audit, million entries per second", 0.8, 0.8),
    MEMORY("WildFly resident memory at most, MB", -1000, -800),
    BYTES("bytes per accrual with indexes", -819, -819);

    private final String words;
    private final double reach;
    private final double goal;

    /** Limits below zero are upper ones; zero is none. */
    Measure(String words, double reach, double goal) {
        this.words = words;
        this.reach = reach;
        this.goal = goal;
    }

    String words() {
        return words;
    }

    /** At least this, or at most when {@link #lessIsBetter}; 0 when nothing is asked for. */
    double reach() {
        return Math.abs(reach);
    }

    /** What the project aims at, read like {@link #reach}. */
    double goal() {
        return Math.abs(goal);
    }

    boolean lessIsBetter() {
        return goal < 0;
    }
}
