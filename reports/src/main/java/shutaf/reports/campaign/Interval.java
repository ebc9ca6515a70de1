package shutaf.reports.campaign;

/** A confidence interval, its ends in the unit of what it is about. */
public record Interval(double low, double high) {

    /** Whether a value is among those that the data do not speak against. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
