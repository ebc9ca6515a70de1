/**
 * Who came back: cohorts, repeat rates, scores and survival, from a history of customer-days.
 *
 * <p>Figures are pure functions of the history; papers and sheets are pure functions of figures.
 */
package shutaf.reports.retention;
