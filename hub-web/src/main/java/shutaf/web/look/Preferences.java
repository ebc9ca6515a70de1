package shutaf.web.look;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The language and theme of this request: what the person chose, else what the browser asks for,
 * else Hebrew. Only allow-listed values ever reach a page, since they end up in its first tag.
 */
@Named("chosen")
@RequestScoped
public class Preferences {
    /** Cookie and query parameter of the language. */
    static final String LANGUAGE = "lang";
    /** Cookie and query parameter of the theme. */
    static final String THEME = "theme";

    private static final List<String> LANGUAGES = List.of("he", "en");
    private static final Set<String> THEMES = Set.of("light", "dark", "auto");

    @Inject
    private HttpServletRequest request;

    /** {@code he} or {@code en}. */
    public String getLanguage() {
        return language(request);
    }

    /** The locale of words; figures and dates have one notation in both languages. */
    public Locale getLocale() {
        return Locale.of(getLanguage());
    }

    /** {@code rtl} or {@code ltr}. */
    public String getDirection() {
        return direction(getLanguage());
    }

    /** {@code light}, {@code dark} or {@code auto}: then the device decides. */
    public String getTheme() {
        return cookie(request, THEME).filter(THEMES::contains).orElse("auto");
    }

    /** The other language's code, for the switch. */
    public String getOtherLanguage() {
        return "he".equals(getLanguage()) ? "en" : "he";
    }

    /** Address, relative to the page, of the same page in the other language. */
    public String getOtherLanguageLink() {
        return "?" + with(LANGUAGE, getOtherLanguage());
    }

    /** The theme after the present one, in the order auto, dark, light. */
    public String getNextTheme() {
        return switch (getTheme()) {
            case "auto" -> "dark";
            case "dark" -> "light";
            default -> "auto";
        };
    }

    /** Address, relative to the page, of the same page in the next theme. */
    public String getNextThemeLink() {
        return "?" + with(THEME, getNextTheme());
    }

    private String with(String name, String value) {
        String rest = queryWithoutChoices(request.getQueryString());
        return (rest.isEmpty() ? "" : rest + "&") + name + "=" + value;
    }

    /** The query string without the parameters that only choose; never null. */
    static String queryWithoutChoices(String query) {
        return query == null
                ? ""
                : Stream.of(query.split("&", -1))
                        .filter(p -> !p.startsWith(LANGUAGE + "=")
                                && !p.startsWith(THEME + "=")
                                && !p.isEmpty())
                        .collect(Collectors.joining("&"));
    }

    /** A value that may be kept for that choice, or empty when it is none of ours. */
    static Optional<String> allowed(String choice, String value) {
        Collection<String> known = LANGUAGE.equals(choice) ? LANGUAGES : THEMES;
        return Optional.ofNullable(value).filter(known::contains);
    }

    /** The language of any request, also outside of Faces. */
    public static String language(HttpServletRequest request) {
        return cookie(request, LANGUAGE)
                .filter(LANGUAGES::contains)
                .or(() -> asked(request).stream()
                        .map(Preferences::code)
                        .filter(LANGUAGES::contains)
                        .findFirst())
                .orElse("he");
    }

    /** What the browser asks for; without a word of it Java would name the server's own locale. */
    private static List<Locale> asked(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? List.of()
                : Collections.list(request.getLocales());
    }

    /** Java's old name for Hebrew is still what some clients make of it. */
    private static String code(Locale locale) {
        return "iw".equals(locale.getLanguage()) ? "he" : locale.getLanguage();
    }

    /** The direction of writing of a language. */
    public static String direction(String language) {
        return "he".equals(language) ? "rtl" : "ltr";
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(c -> name(name).equals(c.getName()))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** The cookie that keeps a choice. */
    static String name(String choice) {
        return "shutaf-" + choice;
    }
}
