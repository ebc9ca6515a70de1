package shutaf.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The compiled classes of the four modules that make up the product, tests left out. */
public final class ProductClasses {
    private static final List<String> MODULES =
            List.of("hub-ejb", "reports", "partner-connectors", "hub-web");

    private ProductClasses() {}

    /**
     * Reads them from each module's build folder: the WARs' classes are on no test class path.
     *
     * @throws IllegalStateException when a module has not been built, since a rule over nothing
     *     would hold without a word
     */
    public static JavaClasses read() {
        Path root = SourceTree.root();
        List<Path> folders = MODULES.stream()
                .map(module -> root.resolve(module).resolve("target/classes"))
                .toList();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new IllegalStateException(
                        folder + " is missing: build the whole, not hub-ear");
            }
        }
        return new ClassFileImporter().importPaths(folders);
    }
}
