package shutaf.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All checks of the source tree, and the named exceptions from them. */
public final class TidyChecks {
    private static final String EXCEPTIONS = "hub-ear/src/test/resources/tidy-exceptions.txt";

    private TidyChecks() {}

    /**
     * What is not tidy and not excepted, and the exceptions that nothing needs any more, by check.
     * The list of exceptions can so only become shorter.
     */
    public static Map<String, List<String>> findings() {
        List<SourceFile> sources = SourceTree.files();
        List<Exemption> exemptions = exemptions();
        Map<String, List<String>> untidy = new LinkedHashMap<>();
        checks().forEach((name, check) -> {
            List<Finding> found = check.apply(sources);
            List<String> messages = new ArrayList<>(found.stream()
                    .filter(f -> exemptions.stream().noneMatch(e -> e.excuses(f)))
                    .map(Finding::message)
                    .toList());
            exemptions.stream()
                    .filter(e -> e.check().equals(name) && found.stream().noneMatch(e::excuses))
                    .forEach(e -> messages.add(EXCEPTIONS + " excuses " + e.path() + " from " + name
                            + ", which it keeps: delete the line"));
            untidy.put(name, messages);
        });
        exemptions.stream()
                .filter(e -> !untidy.containsKey(e.check()))
                .forEach(e -> untidy.put(
                        e.check(), List.of(EXCEPTIONS + " names a check that is not there")));
        return untidy;
    }

    private static Map<String, Function<List<SourceFile>, List<Finding>>> checks() {
        Map<String, Function<List<SourceFile>, List<Finding>>> checks = new LinkedHashMap<>();
        checks.put("file-length", Sizes::files);
        checks.put("method-length", Sizes::methods);
        checks.put("line-length", Sizes::lines);
        checks.put("leftover", Leftovers::words);
        checks.put("machine-path", Leftovers::machinePaths);
        checks.put("ledger-sql", Leftovers::ledgerSql);
        checks.put("layer-folder", Leftovers::layerFolders);
        checks.put("message-key", MessageKeys::check);
        checks.put(
                "dead-link",
                sources -> Links.dead(
                        sources, path -> Files.exists(SourceTree.root().resolve(path))));
        return checks;
    }

    private static List<Exemption> exemptions() {
        try {
            return Files.readAllLines(SourceTree.root().resolve(EXCEPTIONS)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Exemption::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * One line of the list.
     *
     * @param check short name of the check
     * @param path the file that it does not hold for
     * @param why the reason, for whoever wants to delete the line
     */
    private record Exemption(String check, String path, String why) {
        static Exemption parse(String line) {
            String[] parts = line.split("\\|", 3);
            if (parts.length < 3 || parts[2].isBlank()) {
                throw new IllegalStateException("needs 'check | path | why': " + line);
            }
            return new Exemption(parts[0].strip(), parts[1].strip(), parts[2].strip());
        }

        boolean excuses(Finding finding) {
            return check.equals(finding.check()) && path.equals(finding.path());
        }
    }
}
