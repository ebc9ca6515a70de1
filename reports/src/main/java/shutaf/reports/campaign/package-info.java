/**
 * What a campaign added: treated members against a random holdout, with the interval, the size that
 * a test needs and the proof that the split was random. Floating point is at home here.
 */
package shutaf.reports.campaign;
