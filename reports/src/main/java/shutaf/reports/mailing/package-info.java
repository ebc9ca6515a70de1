/**
 * Reports that go out by e-mail when they are due: written as letters, handed to the post office of
 * hub-ejb, which knows who receives them and who has them already.
 */
package shutaf.reports.mailing;
