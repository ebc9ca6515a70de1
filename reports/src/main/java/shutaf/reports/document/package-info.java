/**
 * The house style of papers: A4, fonts, mark, tables, in Hebrew and English.
 *
 * <p>Everything below reports draws through this package; nothing in it knows what is drawn.
 */
package shutaf.reports.document;
