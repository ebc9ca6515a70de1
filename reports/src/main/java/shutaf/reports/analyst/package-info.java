/**
 * The analyst's command: the same engine as the hub's pages on any CSV of purchases, so that our
 * figures can be checked without the hub. {@code mvn -Preport} calls
 * {@link shutaf.reports.analyst.AnalystReport}.
 *
 * <p>The way: {@link shutaf.reports.analyst.AnalystRequest} (what was asked),
 * {@link shutaf.reports.analyst.PurchaseLog} (the file, a refusal names its line),
 * {@link shutaf.reports.analyst.Findings} (fits and forecasts), then one class a file written.
 */
package shutaf.reports.analyst;
