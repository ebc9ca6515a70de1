package shutaf.reports.retention;

import java.util.List;

/** Formulas and sources of the curves, for the method page: the same in every language. */
final class SurvivalFormulas {

    /** n_i: watched just before day t_i; d_i: to whom it happened on that day. */
    static final List<String> ALL = List.of(
            "Kaplan-Meier:  S(t) = product over days t_i up to t of (1 \u2212 d_i / n_i)"
                    + "     (n_i: watched just before day t_i, d_i: to whom it happened on it)",
            "Greenwood:  se(t)^2 = S(t)^2 \u00b7 sum over t_i up to t of"
                    + " d_i / (n_i (n_i \u2212 d_i))",
            "95% band:  S(t)^exp(\u2213 1.96 se(t) / (S(t) ln S(t))),  on the scale ln(\u2212ln S)",
            "RFM, equal values together:  score = 5 \u00b7 (number of worse customers) / (all"
                    + " customers), rounded down, + 1");

    static final List<String> SOURCES = List.of(
            "Kaplan, Meier: Nonparametric Estimation from Incomplete Observations. Journal of the"
                    + " American Statistical Association 53(282), 1958, 457\u2013481.",
            "Greenwood: The Natural Duration of Cancer. Reports on Public Health and Medical"
                    + " Subjects 33, 1926, 1\u201326.",
            "Kalbfleisch, Prentice: The Statistical Analysis of Failure Time Data. Wiley, 1980.",
            "Bult, Wansbeek: Optimal Selection for Direct Mail. Marketing Science 14(4), 1995,"
                    + " 378\u2013394 (RFM).");

    private SurvivalFormulas() {}
}
