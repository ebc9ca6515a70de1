/** After intake, before ledger. Answers: how many points is this purchase worth, and why? */
package shutaf.accrual;
