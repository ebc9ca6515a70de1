/**
 * What a report was asked of, in words: the same for the retention and the lifetime value report,
 * for their pages and their files.
 */
package shutaf.reports.asked;
