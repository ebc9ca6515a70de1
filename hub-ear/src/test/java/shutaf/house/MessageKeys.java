package shutaf.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hebrew and English say the same things, everything they say is shown, all that is shown is said.
 */
final class MessageKeys {
    private static final String CHECK = "message-key";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\n]*)\"|'([^'\\n]*)'");
    private static final Pattern IN_AN_ATTRIBUTE = Pattern.compile("'([^'\"\\n]*)'");
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern BUNDLE_NAME =
            Pattern.compile("<var>\\s*(\\w+)\\s*</var>|<f:loadBundle[^>]*\\bvar=\"(\\w+)\"");

    private MessageKeys() {}

    static List<Finding> check(List<SourceFile> sources) {
        List<SourceFile> code = sources.stream()
                .filter(SourceFile::isProduct)
                .filter(s -> !s.path().endsWith(".properties") && !s.path().endsWith(".md"))
                .toList();
        Set<String> literals = literals(code);
        Set<String> all = new TreeSet<>();
        List<Finding> findings = new ArrayList<>();
        for (SourceFile hebrew : sources) {
            if (hebrew.isProduct() && hebrew.path().endsWith("_he.properties")) {
                String other = hebrew.path().replace("_he.properties", "_en.properties");
                Optional<SourceFile> english =
                        sources.stream().filter(s -> s.path().equals(other)).findFirst();
                if (english.isEmpty()) {
                    findings.add(Finding.in(CHECK, hebrew, "has no English twin"));
                    continue;
                }
                Properties he = read(hebrew);
                Properties en = read(english.get());
                findings.addAll(differences(hebrew, he, english.get(), en));
                findings.addAll(unused(hebrew, he, literals, code));
                all.addAll(he.stringPropertyNames());
            }
        }
        findings.addAll(missing(code, all));
        return findings;
    }

    private static List<Finding> differences(
            SourceFile hebrew, Properties he, SourceFile english, Properties en) {
        List<Finding> findings = new ArrayList<>();
        Set<String> keys = new TreeSet<>(he.stringPropertyNames());
        keys.addAll(en.stringPropertyNames());
        for (String key : keys) {
            if (!he.containsKey(key)) {
                findings.add(Finding.in(CHECK, hebrew, "lacks " + key));
            } else if (!en.containsKey(key)) {
                findings.add(Finding.in(CHECK, english, "lacks " + key));
            } else if (!places(he, key).equals(places(en, key))) {
                findings.add(Finding.in(CHECK, hebrew, key + " has other places than in English"));
            }
        }
        return findings;
    }

    private static List<Finding> unused(
            SourceFile bundle, Properties texts, Set<String> literals, List<SourceFile> code) {
        return texts.stringPropertyNames().stream()
                .filter(key -> !isUsed(key, texts, literals, code))
                .sorted()
                .map(key -> Finding.in(CHECK, bundle, key + " is shown nowhere: delete it"))
                .toList();
    }

    /**
     * A key is used as a literal, as a property in a page, as the name of an enum's constant, or
     * when a literal says how it begins and the rest is put together at run time.
     */
    private static boolean isUsed(
            String key, Properties texts, Set<String> literals, List<SourceFile> code) {
        if (literals.contains(key)) {
            return true;
        }
        for (int i = key.length() - 1; i > 0; i--) {
            boolean joint = ".-_".indexOf(key.charAt(i)) >= 0;
            String begin = key.substring(0, i);
            if (joint
                    && (literals.contains(key.substring(0, i + 1))
                            || (texts.containsKey(begin) && literals.contains(begin)))) {
                return true;
            }
        }
        String word = CONSTANT.matcher(key).matches() ? "\\b" : "\\w\\.";
        Pattern mention = Pattern.compile(word + Pattern.quote(key) + "\\b");
        return code.stream().anyMatch(s -> mention.matcher(s.text()).find());
    }

    /** Keys that a page asks one of its bundles for, in none of them. */
    private static List<Finding> missing(List<SourceFile> code, Set<String> all) {
        Set<String> bundles = code.stream()
                .flatMap(s -> BUNDLE_NAME.matcher(s.text()).results())
                .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (bundles.isEmpty()) {
            return List.of();
        }
        Pattern asked = Pattern.compile(
                "\\b(?:" + String.join("|", bundles) + ")(?:\\['([^']+)']|\\.([A-Za-z]\\w*)\\b)");
        return code.stream()
                .filter(s -> s.path().endsWith(".xhtml"))
                .flatMap(s -> asked.matcher(s.text())
                        .results()
                        .map(m -> m.group(1) == null ? m.group(2) : m.group(1))
                        .filter(key -> !all.contains(key))
                        .map(key ->
                                Finding.in(CHECK, s, "asks for " + key + ", which no bundle has")))
                .toList();
    }

    /** An attribute of a page is a literal itself, and may hold others: title="#{msg['key']}". */
    private static Set<String> literals(List<SourceFile> code) {
        return code.stream()
                .flatMap(s -> Stream.concat(
                        LITERAL.matcher(s.text()).results(),
                        s.path().endsWith(".xhtml")
                                ? IN_AN_ATTRIBUTE.matcher(s.text()).results()
                                : Stream.empty()))
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> places(Properties texts, String key) {
        return PLACE.matcher(texts.getProperty(key))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet());
    }

    private static Properties read(SourceFile bundle) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(bundle.text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
