/**
 * The programme economics report: what sells through the programme, where points go and what
 * becomes of them, what they will cost, who brings customers to whom, what sells together.
 *
 * <p>{@link shutaf.reports.programme.ProgrammeReports} reads facts,
 * {@link shutaf.reports.programme.ProgrammeFigures} works them out, the sections put them into
 * tables with their definitions; page, paper, workbook and files write the same tables.
 */
package shutaf.reports.programme;
