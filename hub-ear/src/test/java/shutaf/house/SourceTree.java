package shutaf.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The project's own text files: sources, pages, migrations, documents; nothing that a build made.
 */
final class SourceTree {
    private static final Set<String> SKIPPED =
            Set.of("target", ".git", ".hub", ".idea", ".vscode", ".settings", "node_modules");
    private static final Set<String> TEXTS = Set.of(
            "java",
            "xhtml",
            "html",
            "css",
            "js",
            "properties",
            "sql",
            "xml",
            "md",
            "json",
            "yml",
            "yaml",
            "sh",
            "cli",
            "config",
            "editorconfig",
            "gitignore");

    private SourceTree() {}

    /** The folder that holds the five modules, found from wherever the test was started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("hub-ear/pom.xml"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("not started inside the project");
            }
        }
        return folder;
    }

    /** All text files, in the order of their paths. */
    static List<SourceFile> files() {
        Path root = root();
        List<SourceFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                    return SKIPPED.contains(folder.getFileName().toString()) && !folder.equals(root)
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
                        throws IOException {
                    if (isText(file)) {
                        String path = root.relativize(file).toString().replace('\\', '/');
                        byte[] bytes = Files.readAllBytes(file);
                        files.add(new SourceFile(path, new String(bytes, StandardCharsets.UTF_8)));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort((a, b) -> a.path().compareTo(b.path()));
        return files;
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        boolean script = file.getParent().getFileName().toString().equals(".ci");
        return script || TEXTS.contains(name.substring(name.lastIndexOf('.') + 1));
    }
}
