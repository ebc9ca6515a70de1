package shutaf.shared;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Turns a {@link Reason} into a sentence for people, in Hebrew or English. */
public final class ReasonText {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ReasonText() {}

    /** The sentence; English where the language has none of its own. */
    public static String of(Reason reason, Locale language) {
        String byCategory = reason.args().isEmpty() ? "" : "." + reason.args().get(0);
        ResourceBundle texts = bundle(language);
        String pattern = texts.containsKey(reason.key() + byCategory)
                ? texts.getString(reason.key() + byCategory)
                : texts.getString(reason.key());
        return new MessageFormat(pattern, Locale.ROOT)
                .format(reason.args().stream().map(ReasonText::figure).toArray());
    }

    /**
     * Whole numbers as numbers, so that a message can choose between one and many; the rest as it
     * is.
     */
    private static Object figure(String arg) {
        return WHOLE.matcher(arg).matches() ? (Object) Long.valueOf(arg) : arg;
    }

    private static ResourceBundle bundle(Locale language) {
        try {
            return ResourceBundle.getBundle(
                    "shutaf.shared.reasons",
                    language,
                    ReasonText.class.getClassLoader(),
                    NO_FALLBACK);
        } catch (MissingResourceException e) {
            return ResourceBundle.getBundle(
                    "shutaf.shared.reasons",
                    Locale.ENGLISH,
                    ReasonText.class.getClassLoader(),
                    NO_FALLBACK);
        }
    }
}
