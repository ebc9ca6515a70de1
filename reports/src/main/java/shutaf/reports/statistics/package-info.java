/**
 * Below the models: special functions, log-likelihoods with exact derivatives, and the climb to
 * their maximum.
 *
 * <p>Knows nothing of customers. Everything is double arithmetic and pure; each function names its
 * source and the error it was measured to keep.
 */
package shutaf.reports.statistics;
