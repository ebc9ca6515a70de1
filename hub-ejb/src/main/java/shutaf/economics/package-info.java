/**
 * What the programme earns, owes and moves between its partners: read from purchases and books,
 * never written. After settlement, before the reports. Answers: what sells through the programme,
 * where points go and what becomes of them, who brings customers to whom, what sells together.
 *
 * <p>All days are business days, the day on which something happened; a statement goes by the day
 * on which it was processed, so the two agree over all time and for each period whose receipts came
 * in on their day.
 */
package shutaf.economics;
