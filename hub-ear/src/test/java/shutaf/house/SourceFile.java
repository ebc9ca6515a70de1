package shutaf.house;

import java.util.List;

/**
 * One text file of the source tree.
 *
 * @param path from the root of the project, with forward slashes
 * @param text the whole content
 */
record SourceFile(String path, String text) {
    List<String> lines() {
        return text.lines().toList();
    }

    boolean isJava() {
        return path.endsWith(".java");
    }

    /** Whether it is part of the product rather than of its tests. */
    boolean isProduct() {
        return path.contains("/src/main/");
    }
}
