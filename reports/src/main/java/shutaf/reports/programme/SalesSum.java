package shutaf.reports.programme;

import shutaf.economics.MonthlySales;

/**
 * Sales of some months or partners together, in minor units.
 *
 * @param receipts receipts of sales
 * @param memberReceipts of these, of known members
 * @param sales money of all receipts
 * @param memberSales of it, from known members
 * @param repeatSales of that, from members who had bought before
 * @param earningSales on receipts that earned points
 * @param spendingSales on receipts paid with points
 * @param returns money given back
 */
public record SalesSum(
        long receipts,
        long memberReceipts,
        long sales,
        long memberSales,
        long repeatSales,
        long earningSales,
        long spendingSales,
        long returns) {

    /** Nothing sold. */
    public static final SalesSum NONE = new SalesSum(0, 0, 0, 0, 0, 0, 0, 0);

    /** One month of one partner. */
    static SalesSum of(MonthlySales month, boolean anywhere) {
        return new SalesSum(
                month.receipts(),
                month.memberReceipts(),
                month.sales(),
                month.memberSales(),
                anywhere ? month.repeatAnywhere() : month.repeatSales(),
                month.earningSales(),
                month.spendingSales(),
                month.returns());
    }

    /** Both together. */
    public SalesSum plus(SalesSum other) {
        return new SalesSum(
                receipts + other.receipts,
                memberReceipts + other.memberReceipts,
                sales + other.sales,
                memberSales + other.memberSales,
                repeatSales + other.repeatSales,
                earningSales + other.earningSales,
                spendingSales + other.spendingSales,
                returns + other.returns);
    }
}
