package shutaf.house;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A newcomer follows the links of the documents; each must lead somewhere. */
final class Links {
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:[a-z][a-z+.-]*:|#).*");

    private Links() {}

    /**
     * Relative links of all documents that lead nowhere.
     *
     * @param exists tells whether there is a file or folder at a path from the root
     */
    static List<Finding> dead(List<SourceFile> sources, Predicate<String> exists) {
        return sources.stream()
                .filter(s -> s.path().endsWith(".md"))
                .flatMap(s -> LINK.matcher(s.text())
                        .results()
                        .map(m -> m.group(1))
                        .filter(l -> !ELSEWHERE.matcher(l).matches())
                        .filter(l -> !exists.test(target(s, l)))
                        .map(l -> Finding.in(
                                "dead-link", s, "links to " + l + ", which is not there")))
                .toList();
    }

    private static String target(SourceFile document, String link) {
        String folder = document.path().contains("/")
                ? document.path().substring(0, document.path().lastIndexOf('/') + 1)
                : "";
        return folder + link.replaceFirst("#.*", "");
    }
}
