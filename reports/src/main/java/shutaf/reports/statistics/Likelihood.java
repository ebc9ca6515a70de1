package shutaf.reports.statistics;

/** A log-likelihood of positive parameters, with exact derivatives by them. */
public interface Likelihood {

    /** How many parameters there are. */
    int size();

    /**
     * The sum over all observations.
     *
     * @param parameters all above 0, in the model's own units; not kept and not changed
     */
    Score at(double[] parameters);
}
