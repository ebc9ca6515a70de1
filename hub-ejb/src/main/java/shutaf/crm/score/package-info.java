/**
 * What each member is expected to do and to be worth, as the night's models said: kept by member,
 * read by lists and pages. The models themselves are of the reports.
 */
package shutaf.crm.score;
