package shutaf.purchase;

/**
 * A count behind the retention report.
 *
 * @param figure what is counted: {@code second} (days to the second day of purchase, 1 when it
 *     came), the same by {@code second.partner}, {@code second.quarter}, {@code second.tier} and
 *     {@code second.segment}, {@code churn} (days from first to last purchase, 1 when silent
 *     since), {@code redemption} (days from joining to the first redemption, 1 when it came),
 *     {@code rfm.parts} and {@code rfm.ties} (scores 1 to 5 of recency, frequency, money),
 *     {@code sum}
 * @param group the group or the sum's name, empty for all
 * @param x the first number, such as days
 * @param y the second, such as 1 for "it happened"
 * @param z the third
 * @param count members, or for {@code sum} the number itself (money in minor units)
 */
public record Tally(String figure, String group, long x, long y, long z, long count) {}
