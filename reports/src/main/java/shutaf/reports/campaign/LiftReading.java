package shutaf.reports.campaign;

import shutaf.reports.document.ReportLanguage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a campaign added, in finished sentences of one language. */
public final class LiftReading {
    private static final String MINUS = "\u2212";
    private static final int PERCENT = 100;

    private LiftReading() {}

    /** The sentences, first whether the split can be trusted, then what was added. */
    public static List<String> of(CampaignLift lift, ReportLanguage language) {
        List<String> said = new ArrayList<>(split(lift, language));
        boolean trusted = lift.split().sizesFair() && lift.split().alikeBefore();
        if (!trusted) {
            said.add(language.text("lift.split.no-effect"));
            return said;
        }
        if (lift.value().isEmpty()) {
            said.add(language.text("lift.value.none"));
        }
        lift.value().ifPresent(value -> said.addAll(value(lift, value, language)));
        lift.buyers()
                .ifPresent(buyers -> said.add(language.text(
                        "lift.buyers",
                        percent(buyers.effect(), language),
                        percent(buyers.interval().low(), language),
                        percent(buyers.interval().high(), language))));
        return said;
    }

    private static List<String> split(CampaignLift lift, ReportLanguage language) {
        String members = language.figures()
                .whole(lift.treated().members() + lift.heldOut().members());
        String heldOut = language.figures().whole(lift.split().heldOut());
        String expected = language.figures().whole(Math.round(lift.split().expectedHeldOut()));
        List<String> said = new ArrayList<>();
        if (!lift.split().sizesFair()) {
            said.add(language.text("lift.split.sizes", members, expected, heldOut));
        }
        if (!lift.split().alikeBefore()) {
            said.add(language.text("lift.split.before"));
        }
        if (said.isEmpty()) {
            said.add(language.text("lift.split.fair", members, expected, heldOut));
        }
        return said;
    }

    private static List<String> value(CampaignLift lift, Lift value, ReportLanguage language) {
        List<String> said = new ArrayList<>();
        said.add(language.text(
                value.shown() ? "lift.value.shown" : "lift.value.not-shown",
                two(value.effect(), language),
                two(value.interval().low(), language),
                two(value.interval().high(), language)));
        value.relative()
                .ifPresent(share -> said.add(language.text(
                        "lift.relative",
                        percent(share.low(), language),
                        percent(share.high(), language))));
        lift.total()
                .ifPresent(total -> said.add(language.text(
                        "lift.total",
                        language.figures().whole(lift.treated().members()),
                        two(total.low(), language),
                        two(total.high(), language))));
        lift.detectable()
                .ifPresent(effect ->
                        said.add(language.text("lift.detectable", two(effect, language))));
        return said;
    }

    private static String percent(double share, ReportLanguage language) {
        return number(share * PERCENT, "%,.1f", "%", language);
    }

    private static String two(double value, ReportLanguage language) {
        return number(value, "%,.2f", "", language);
    }

    private static String number(
            double value, String digits, String unit, ReportLanguage language) {
        String text = String.format(Locale.ROOT, digits, Math.abs(value));
        boolean nothing = text.chars().noneMatch(c -> c >= '1' && c <= '9');
        return language.figures().code((value < 0 && !nothing ? MINUS : "") + text + unit);
    }
}
