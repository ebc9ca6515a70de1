package shutaf.settlement;

/**
 * Lines added up.
 *
 * @param lines how many lines
 * @param points signed sum of points
 * @param moneyMinor signed sum of money in minor units
 */
public record Movement(long lines, long points, long moneyMinor) {

    /** No line at all. */
    public static final Movement NONE = new Movement(0, 0, 0);

    /** The movement of one line. */
    public static Movement of(StatementLine line) {
        return new Movement(1, line.points(), line.moneyMinor());
    }

    /** Both together; overflow is an error, never a wrapped sum. */
    public Movement plus(Movement more) {
        return new Movement(
                Math.addExact(lines, more.lines),
                Math.addExact(points, more.points),
                Math.addExact(moneyMinor, more.moneyMinor));
    }
}
