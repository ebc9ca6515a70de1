package shutaf.reports.lifetimevalue;

import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.LifetimeFigures.Outlook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is said about models, in one language: which was taken and why, and of each that is not
 * identified which simpler one to read. Page, paper, sheet and files say the same because they all
 * ask here.
 */
public final class LifetimeWords {

    private final LifetimeFigures figures;
    private final ReportLanguage language;

    /** The words for these figures in that language. */
    public LifetimeWords(LifetimeFigures figures, ReportLanguage language) {
        this.figures = figures;
        this.language = language;
    }

    /** A model's name, to stand inside a sentence of either direction. */
    String name(String model) {
        return language.figures().code(language.text("lifetime.model." + model));
    }

    /** Why this model forecasts. */
    String why(Outlook outlook) {
        return language.text("lifetime.why" + kind(outlook), name(outlook.model()));
    }

    /** What the forecast says, one paragraph. */
    String meaning(Outlook outlook) {
        return language.text(
                "lifetime.meaning" + kind(outlook),
                name(outlook.model()),
                whole(outlook.active()),
                language.figures().whole(figures.base().customers().size()),
                whole(outlook.purchases()));
    }

    private static String kind(Outlook outlook) {
        if (outlook.model().equals(LifetimeFigures.NBD)) {
            return ".simpler";
        }
        return outlook.identified() ? "" : ".ridge";
    }

    /** What is to be said beside a fit: its findings, and what to read instead of it. */
    public List<String> of(String model, Fit<?> fit) {
        List<String> words = new ArrayList<>(
                fit.findings().stream().map(f -> f.say(language)).toList());
        if (fit instanceof Fit.NotIdentified<?> ridge) {
            words.add(model.equals("gg") ? language.text("lifetime.instead.mean") : instead(ridge));
        }
        return words;
    }

    /** The simpler model to read where this one is not identified. */
    private String instead(Fit.NotIdentified<?> ridge) {
        Optional<Nbd> staying = ridge.simpler();
        if (staying.isEmpty() && figures.toRead().isPresent()) {
            return language.text("lifetime.instead.model", name(figures.toRead().get()));
        }
        return staying.or(figures::staying)
                .map(nbd -> language.text(
                        "lifetime.instead.nbd",
                        name(LifetimeFigures.NBD),
                        language.figures()
                                .code("r = " + four(nbd.r()) + ", alpha = " + four(nbd.alpha()))))
                .orElseGet(() -> language.text("lifetime.instead.none"));
    }

    private String whole(double value) {
        return language.figures().whole(Math.round(value));
    }

    /** A parameter with four digits that count; a dash where it is none. */
    static String four(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(new MathContext(4)).toPlainString()
                : "\u2013";
    }

    /** Two digits behind the point, grouped, with a true minus; a dash where it is none. */
    static String two(double value) {
        if (!Double.isFinite(value)) {
            return "\u2013";
        }
        String minus = value < 0 ? "\u2212" : "";
        return minus + String.format(Locale.ROOT, "%,.2f", Math.abs(value));
    }

    /** A deviation in percent with its sign: {@code +3.2%}; a dash where it is none. */
    static String deviation(double share) {
        if (!Double.isFinite(share)) {
            return "\u2013";
        }
        long tenths = Math.round(share * 1000);
        String sign = tenths < 0 ? "\u2212" : tenths > 0 ? "+" : "";
        return sign + String.format(Locale.ROOT, "%,.1f%%", Math.abs(tenths) / 10.0);
    }
}
