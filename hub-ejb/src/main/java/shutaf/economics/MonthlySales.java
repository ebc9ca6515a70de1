package shutaf.economics;

import shutaf.shared.PartnerId;

import java.time.YearMonth;

/**
 * What one partner sold in one month, in minor units of the programme's currency, VAT included.
 *
 * @param partner who sold
 * @param month month of the business days
 * @param receipts receipts of sales that were sent
 * @param memberReceipts of these, receipts of a known member
 * @param sales money of all receipts
 * @param memberSales of it, receipts of a known member
 * @param repeatSales of that, to members who had bought at this partner on an earlier day
 * @param repeatAnywhere of that, to members who had bought at any partner on an earlier day
 * @param earningSales receipts that earned points
 * @param spendingSales receipts that were paid with points, in whole or in part
 * @param returns money given back for goods, on the day it was given back
 */
public record MonthlySales(
        PartnerId partner,
        YearMonth month,
        long receipts,
        long memberReceipts,
        long sales,
        long memberSales,
        long repeatSales,
        long repeatAnywhere,
        long earningSales,
        long spendingSales,
        long returns) {}
