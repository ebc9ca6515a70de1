/**
 * What a customer will still buy and be worth: probability models fitted to purchase histories.
 *
 * <p>The way: {@link shutaf.reports.lifetimevalue.CustomerSummary} (x, t_x, T and mean spend of
 * each customer), {@link shutaf.reports.lifetimevalue.Patterns} (equal ones counted once),
 * {@link shutaf.reports.lifetimevalue.ModelFits} (maximum likelihood, with a plain word where a
 * model is not identified), the models themselves, {@link shutaf.reports.lifetimevalue.Horizon}
 * (value with its discounting) and {@link shutaf.reports.lifetimevalue.HoldoutCheck} (forecast
 * against what came).
 *
 * <p>Time is in weeks of seven days, as real numbers. Here and in {@code statistics} numbers are
 * doubles: these are estimates, not money that anyone is owed.
 */
package shutaf.reports.lifetimevalue;
