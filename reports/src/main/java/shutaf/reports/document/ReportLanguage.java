package shutaf.reports.document;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import java.util.Set;

/**
 * The language of a paper: its words, its reading direction and how it writes figures.
 *
 * <p>Words come from {@code shutaf/reports/messages_<tag>.properties}, read directly and not
 * through the default locale, so that the same figures give the same paper on every server.
 */
public enum ReportLanguage {
    HEBREW("he", true),
    ENGLISH("en", false);

    private final String tag;
    private final boolean rightToLeft;

    @SuppressWarnings("ImmutableEnumChecker") // A bundle without parent, never changed once read.
    private final ResourceBundle words;

    @SuppressWarnings("ImmutableEnumChecker") // Holds only a flag and two formatters.
    private final FigureText figures;

    ReportLanguage(String tag, boolean rightToLeft) {
        this.tag = tag;
        this.rightToLeft = rightToLeft;
        this.words = read("/shutaf/reports/messages_" + tag + ".properties");
        this.figures = new FigureText(Locale.forLanguageTag(tag), rightToLeft);
    }

    /** The language of an IETF tag such as {@code he} or {@code en-GB}; anything else is Hebrew. */
    public static ReportLanguage ofTag(String languageTag) {
        return "en".equals(Locale.forLanguageTag(languageTag).getLanguage()) ? ENGLISH : HEBREW;
    }

    private static ResourceBundle read(String resource) {
        try (Reader reader = new InputStreamReader(
                ReportLanguage.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            return new PropertyResourceBundle(reader);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + resource, broken);
        }
    }

    /** IETF language tag, as written into the document's catalog. */
    public String tag() {
        return tag;
    }

    /** True for Hebrew: columns, paragraphs and the page furniture start at the right. */
    public boolean rightToLeft() {
        return rightToLeft;
    }

    /** How this language writes numbers, money and days. */
    public FigureText figures() {
        return figures;
    }

    /**
     * The words of a message, places {0}, {1} filled in.
     *
     * @throws java.util.MissingResourceException when the bundle lacks the key
     */
    public String text(String key, Object... parts) {
        return MessageFormat.format(words.getString(key), parts);
    }

    /** A span of days, the earlier one first in the reading direction. */
    public String span(LocalDate from, LocalDate to) {
        return text("house.span", figures.day(from), figures.day(to));
    }

    /**
     * The sentence that a report was read from a replica.
     *
     * @param moment up to when it had followed; without one, the sentence is empty
     */
    public String asOf(Optional<Instant> moment) {
        return moment.map(then -> text("house.replica", figures.day(then), figures.time(then)))
                .orElse("");
    }

    /** Both languages' name of one thing: the one that this paper is written in. */
    public String either(String hebrew, String english) {
        return this == HEBREW ? hebrew : english;
    }

    /** All keys of this language; both languages must have the same. */
    public Set<String> keys() {
        return words.keySet();
    }
}
