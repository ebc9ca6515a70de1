package shutaf.bench;

/**
 * What the load process saw.
 *
 * @param done receipts or redemptions that the hub took
 * @param failed requests that were answered otherwise
 * @param failure the first of these answers; empty without one
 * @param perSecond done per second
 * @param p50 median latency of a request in milliseconds; with a rate counted from when it was due
 * @param p99 99th percentile of it
 */
public record LoadResult(
        long done, long failed, String failure, double perSecond, double p50, double p99) {}
