package shutaf.reports.lifetimevalue;

import java.util.List;

/**
 * The numbers of a fit.
 *
 * @param names names of the parameters, as in the literature
 * @param parameters their values, in the order of the names
 * @param errors their standard errors, from the Hessian; infinite along a ridge
 * @param logLikelihood the log-likelihood, in the original time unit
 * @param customers customers behind it
 * @param patterns distinct histories among them
 */
public record FitFigures(
        List<String> names,
        List<Double> parameters,
        List<Double> errors,
        double logLikelihood,
        long customers,
        int patterns) {

    /** Keeps its own lists. */
    public FitFigures {
        names = List.copyOf(names);
        parameters = List.copyOf(parameters);
        errors = List.copyOf(errors);
    }

    /** The parameter of this name. */
    public double parameter(String name) {
        return parameters.get(names.indexOf(name));
    }
}
