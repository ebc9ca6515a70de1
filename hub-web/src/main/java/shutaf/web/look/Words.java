package shutaf.web.look;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Sentences with figures or names in them, from the message bundles. Whatever is put into a
 * sentence is isolated, so that a Latin name or a signed number cannot turn a Hebrew sentence
 * around.
 */
@Named("words")
@RequestScoped
public class Words {
    private static final String BUNDLE = "shutaf.web.messages";
    private static final char ISOLATE = '\u2068';
    private static final char END_ISOLATE = '\u2069';

    @Inject
    private Preferences chosen;

    /** The sentence of that key in the person's language. */
    public String of(String key, Object... arguments) {
        return in(chosen.getLocale(), key, arguments);
    }

    /** Whether there is a word for that code; null has none. */
    public boolean has(String prefix, String code) {
        return code != null
                && ResourceBundle.getBundle(BUNDLE, chosen.getLocale()).containsKey(prefix + code);
    }

    /** The word for a code, or the code itself where nobody has a word for it yet. */
    public String known(String prefix, String code) {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, chosen.getLocale());
        return words.containsKey(prefix + code) ? words.getString(prefix + code) : code;
    }

    /** The sentence of that key, with its arguments as a list. */
    public String list(String key, List<?> arguments) {
        return in(chosen.getLocale(), key, arguments.toArray());
    }

    /**
     * The sentence of that key. Numbers stay numbers, so that a message can choose between one and
     * many; texts are isolated.
     *
     * @throws java.util.MissingResourceException when no bundle has the key
     */
    public static String in(Locale locale, String key, Object... arguments) {
        String pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
        Object[] isolated = Arrays.stream(arguments)
                .map(a -> a instanceof Number ? a : ISOLATE + String.valueOf(a) + END_ISOLATE)
                .toArray();
        return new MessageFormat(pattern, Locale.ENGLISH).format(isolated);
    }
}
