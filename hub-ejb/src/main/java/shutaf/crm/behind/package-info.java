/**
 * The questions behind the figures of the reports: one small type a kind of question, which says
 * whom the figure counts. Asked by {@link shutaf.crm.MembersBehind}.
 *
 * <p>A new kind is a type that implements {@link shutaf.crm.behind.Question}, a line in
 * {@link shutaf.crm.behind.Questions} and a sentence {@code behind.KIND} in both languages.
 */
package shutaf.crm.behind;
