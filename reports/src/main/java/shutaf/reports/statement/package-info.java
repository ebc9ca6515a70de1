/**
 * What a partner and the programme owe each other in a period, line by line and provable.
 *
 * <p>Lines are read once: they are written to the line file and added up in the same step.
 */
package shutaf.reports.statement;
