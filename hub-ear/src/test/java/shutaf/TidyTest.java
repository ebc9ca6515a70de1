package shutaf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import shutaf.house.TidyChecks;

import java.util.stream.Stream;

/** Walks the source tree: what a reviewer would otherwise have to say in every review. */
class TidyTest {
    @TestFactory
    Stream<DynamicTest> the_source_tree_keeps() {
        return TidyChecks.findings().entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.getKey(),
                        () -> assertThat(check.getValue()).as(check.getKey()).isEmpty()));
    }
}
