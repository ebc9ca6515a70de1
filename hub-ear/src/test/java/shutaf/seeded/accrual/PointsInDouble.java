package shutaf.seeded.accrual;

/** Points as a fraction: after a year of roundings nobody can say whose the missing one is. */
public record PointsInDouble(double rate) {
    /** Rounds what should never have been a fraction. */
    public long of(long paid) {
        return (long) Math.floor(paid * rate);
    }
}
