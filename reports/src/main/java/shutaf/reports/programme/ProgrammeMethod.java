package shutaf.reports.programme;

import shutaf.reports.document.FigureTable;
import shutaf.reports.document.FigureTable.Column;
import shutaf.reports.document.HousePaper;
import shutaf.reports.document.ReportLanguage;

import java.util.List;

/** The page that says how the figures come about: words in the reader's language, then formulas. */
final class ProgrammeMethod {
    private static final List<String> TERMS = List.of(
            "flow", "repeat", "breakage", "open", "burned", "clv", "pairs", "groups", "who");

    /** In letters that the house's type has; the same in every language. */
    private static final List<String> FORMULAS = List.of(
            "Points flow:  closing = opening + earned \u2212 taken back \u2212 spent + given back"
                    + " \u2212 expired + other;  the opening of a month = the closing of the last"
                    + " one",
            "Proof:  lots and traces = postings into and out of members' accounts = members'"
                    + " balances \u2212 what moved since = sum by issuer and class = sum by age",
            "Breakage:  open(k) = open(k\u22121) \u00b7 (1 \u2212 (s(k) + e(k)) / n(k)),"
                    + "  spent(k) = spent(k\u22121) + open(k\u22121) \u00b7 s(k) / n(k),"
                    + "  expired(k) likewise with e(k)",
            "where  n, s, e:  points open before, spent and expired in month of age k, over the"
                    + " cohorts that have lived through it",
            "Ultimate breakage:  expired(K) + open(K) \u00b7 (1 \u2212 r)^(L \u2212 K),"
                    + "  r = sum of s / sum of n over the last three ages;"
                    + "  K: the last age seen, L: months of life",
            "Expected cost of open points:  sum over ages of  points \u00b7 (1 \u2212 ultimate"
                    + " breakage \u2212 spent(k)) / open(k) \u00b7 price",
            "CLV12 in margin:  margin \u00b7 sum over k = 1..12 of  E[M] \u00b7 ( E[next 4.345 k]"
                    + " \u2212 E[next 4.345 (k\u22121)] ) / 1.01^k,"
                    + "  each customer's rounded, then added up",
            "Pairs:  support = n(A and B) / n,  confidence = n(A and B) / n(A),"
                    + "  lift = n(A and B) \u00b7 n / (n(A) \u00b7 n(B))");

    private static final List<String> SOURCES = List.of(
            "Aalen, Johansen: An Empirical Transition Matrix for Non-Homogeneous Markov Chains"
                    + " Based on Censored Observations. Scandinavian Journal of Statistics 5(3),"
                    + " 1978, 141\u2013150.",
            "Mack: Distribution-free Calculation of the Standard Error of Chain Ladder Reserve"
                    + " Estimates. ASTIN Bulletin 23(2), 1993, 213\u2013225.",
            "IFRS 15 Revenue from Contracts with Customers, B44\u2013B47: customers' unexercised"
                    + " rights.",
            "Fader, Hardie, Lee: \"Counting Your Customers\" the Easy Way. Marketing Science"
                    + " 24(2), 2005, 275\u2013284.",
            "Agrawal, Imielinski, Swami: Mining Association Rules between Sets of Items in Large"
                    + " Databases. ACM SIGMOD 1993, 207\u2013216.",
            "Brin, Motwani, Ullman, Tsur: Dynamic Itemset Counting and Implication Rules for"
                    + " Market Basket Data. ACM SIGMOD 1997, 255\u2013264.");

    private ProgrammeMethod() {}

    static void write(HousePaper paper, ReportLanguage language) {
        paper.newPage();
        paper.heading(language.text("lifetime.method"));
        FigureTable table = new FigureTable(List.of(
                Column.words(language.text("lifetime.column.term"), 2),
                Column.words(language.text("lifetime.column.meaning"), 8)));
        for (String term : TERMS) {
            table.row(
                    language.text("programme.define." + term),
                    language.text("programme.define." + term + ".text"));
        }
        paper.table(table);
        paper.heading(language.text("lifetime.formulas"), 120);
        FORMULAS.forEach(formula -> paper.note(language.figures().code(formula)));
        paper.heading(language.text("lifetime.sources"), 120);
        SOURCES.forEach(source -> paper.note(language.figures().code(source)));
    }
}
