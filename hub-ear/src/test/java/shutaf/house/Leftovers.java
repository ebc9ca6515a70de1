package shutaf.house;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Words that tell of work not finished, or of a shortcut that has a better way here. */
final class Leftovers {
    /** What must not stand in a source, and what to do instead. */
    private static final Map<Pattern, String> WORDS = Map.of(
            Pattern.compile("\\b(?:TO" + "DO|FIX" + "ME|X" + "XX)\\b"),
            "finish it, or file an issue",
            Pattern.compile("\\bSystem\\." + "(?:out|err)\\b"),
            "use a System.Logger; a command for people writes to shutaf.run's console",
            Pattern.compile("\\bprintStack" + "Trace\\("),
            "log it with its cause, or let it pass",
            Pattern.compile("\\bThread\\." + "sleep\\("),
            "wait for what you wait for: Awaitility, a latch, a scheduler",
            Pattern.compile("@Dis" + "abled\\b"),
            "mend the test or delete it");

    /** A path that exists on one machine only. */
    private static final Pattern MACHINE_PATH = Pattern.compile(
            "(?<![\\w./}>$-])/(?:home/\\w|Users/\\w|root/|work/)|\\b[CD]:\\\\Users");

    private static final Pattern LEDGER_SQL = Pattern.compile(
            "(?:insert\\s+into|update|delete\\s+from)\\s+"
                    + "(?:journal|posting|trace|lot|balance)\\b",
            Pattern.CASE_INSENSITIVE);

    private Leftovers() {}

    static List<Finding> words(List<SourceFile> sources) {
        List<Finding> findings = new ArrayList<>();
        for (SourceFile source : sources) {
            if (!source.path().endsWith(".md")) {
                WORDS.forEach((word, instead) ->
                        findings.addAll(matches("leftover", source, word, instead)));
            }
        }
        return findings;
    }

    static List<Finding> machinePaths(List<SourceFile> sources) {
        return sources.stream()
                .flatMap(s ->
                        matches("machine-path", s, MACHINE_PATH, "make it relative or a setting")
                                .stream())
                .toList();
    }

    /** The architecture test sees constructors; rows can be built in SQL as well. */
    static List<Finding> ledgerSql(List<SourceFile> sources) {
        return sources.stream()
                .filter(s -> s.isJava() && s.isProduct() && !s.path().contains("/shutaf/ledger/"))
                .flatMap(s ->
                        matches("ledger-sql", s, LEDGER_SQL, "only shutaf.ledger writes its rows")
                                .stream())
                .toList();
    }

    static List<Finding> layerFolders(List<SourceFile> sources) {
        return sources.stream()
                .filter(s -> s.isJava() && FeatureConditions.saysALayer(s.path().replace('/', '.')))
                .map(s -> Finding.in(
                        "layer-folder", s, "is filed under a layer: name the step of the way"))
                .toList();
    }

    private static List<Finding> matches(
            String check, SourceFile source, Pattern pattern, String instead) {
        return pattern.matcher(source.text())
                .results()
                .map(hit -> {
                    int line = (int) source.text()
                            .substring(0, hit.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
                    return Finding.at(check, source, line + 1, hit.group() + ": " + instead);
                })
                .toList();
    }
}
