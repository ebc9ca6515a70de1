/**
 * Paper and figures: what the ledger says, as PDF, spreadsheet or page.
 *
 * <p>Each report reads its figures first and renders them afterwards; rendering is pure, so that
 * the same figures give the same text. Nothing here writes to the ledger.
 */
package shutaf.reports;
