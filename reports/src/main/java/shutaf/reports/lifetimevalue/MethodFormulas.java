package shutaf.reports.lifetimevalue;

import java.util.List;

/** The formulas and sources of the method page: the same in every language. */
final class MethodFormulas {

    /** In letters that the house's type has. */
    static final List<String> ALL = List.of(
            "BG/NBD:  L = G(r+x)/G(r) \u00b7 alpha^r \u00b7 { B(a,b+x)/B(a,b) / (alpha+T)^(r+x)"
                    + "  +  [x>0] B(a+1,b+x\u22121)/B(a,b) / (alpha+t_x)^(r+x) }"
                    + "     (G: gamma function, B: beta function)",
            "BG/NBD:  P(active) = 1 / (1 + a/(b+x\u22121) \u00b7 ((alpha+T)/(alpha+t_x))^(r+x)),"
                    + "  and 1 when x = 0",
            "BG/NBD:  E[next t] = (a+b+x\u22121)/(a\u22121) \u00b7 [1 \u2212"
                    + " ((alpha+T)/(alpha+T+t))^(r+x)"
                    + " \u00b7 2F1(r+x, b+x; a+b+x\u22121; t/(alpha+T+t))] \u00b7 P(active)",
            "MBG/NBD:  as BG/NBD with b+1 for b and [x>0] left out, times b/(a+b)",
            "Pareto/NBD:  L = G(r+x)/G(r) \u00b7 alpha^r \u00b7 beta^s \u00b7 { 1 /"
                    + " ((alpha+T)^(r+x)"
                    + " (beta+T)^s)  +  integral from t_x to T of"
                    + " s / ((alpha+u)^(r+x) (beta+u)^(s+1)) du }",
            "Pareto/NBD:  P(active) = first term of the braces / both",
            "Pareto/NBD:  E[next t] = P(active) \u00b7 (r+x)(beta+T) / ((alpha+T)(s\u22121))"
                    + " \u00b7 [1 \u2212 ((beta+T)/(beta+T+t))^(s\u22121)]",
            "Gamma-Gamma:  E[M] = p (v + x m) / (p x + q \u2212 1)",
            "Value over 12 months:  sum over k = 1..12 of  E[M] \u00b7 ( E[next 4.345 k]"
                    + " \u2212 E[next 4.345 (k\u22121)] ) / 1.01^k");

    static final List<String> SOURCES = List.of(
            "Fader, Hardie, Lee: \"Counting Your Customers\" the Easy Way. Marketing"
                    + " Science 24(2), 2005,"
                    + " 275\u2013284.",
            "Schmittlein, Morrison, Colombo: Counting Your Customers. Management"
                    + " Science 33(1), 1987,"
                    + " 1\u201324.",
            "Batislam, Denizel, Filiztekin: Empirical validation and comparison of"
                    + " models for customer"
                    + " base analysis. Int. J. of Research in Marketing 24(3), 2007, 201\u2013209.",
            "Fader, Hardie, Lee: RFM and CLV: Using Iso-Value Curves for Customer"
                    + " Base Analysis. Journal"
                    + " of Marketing Research 42(4), 2005, 415\u2013430.",
            "Fader, Hardie: A Note on Deriving the Pareto/NBD Model (note 009,"
                    + " 2005); The Gamma-Gamma"
                    + " Model of Monetary Value (note 025, 2013).");

    private MethodFormulas() {}
}
