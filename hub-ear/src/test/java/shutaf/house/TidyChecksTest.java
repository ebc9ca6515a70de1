package shutaf.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Set;

/** Each check of the source tree, seen to find what it is for and to leave the rest alone. */
class TidyChecksTest {
    private static final String JAVA = "hub-ejb/src/main/java/shutaf/tier/Tier.java";

    @Test
    void a_file_of_401_lines_is_too_long_and_one_of_400_is_not() {
        assertThat(Sizes.files(source(JAVA, "\n".repeat(401)))).hasSize(1);
        assertThat(Sizes.files(source(JAVA, "\n".repeat(400)))).isEmpty();
    }

    @Test
    void a_method_of_41_lines_is_too_long_and_one_of_40_is_not() {
        assertThat(Sizes.methods(source(JAVA, method(41))))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("Tier.java:2", "grow", "41 lines");
        assertThat(Sizes.methods(source(JAVA, method(40)))).isEmpty();
    }

    @Test
    void a_line_of_101_columns_is_too_long_unless_it_is_an_import() {
        assertThat(Sizes.lines(source(JAVA, "x".repeat(101)))).hasSize(1);
        assertThat(Sizes.lines(source(JAVA, "x".repeat(100)))).isEmpty();
        assertThat(Sizes.lines(source(JAVA, "import " + "x".repeat(101)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// TO" + "DO later",
                "/* FIX" + "ME */",
                "System." + "out.println(1);",
                "e.printStack" + "Trace();",
                "Thread." + "sleep(1);",
                "@Dis" + "abled class A {}"
            })
    void work_not_finished_is_found(String line) {
        assertThat(Leftovers.words(source(JAVA, "class A {\n" + line + "\n}")))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("Tier.java:2");
    }

    @Test
    void a_path_of_one_machine_is_found_and_an_address_is_not() {
        assertThat(Leftovers.machinePaths(source("README.md", "cd /ho" + "me/noa/hub")))
                .hasSize(1);
        assertThat(Leftovers.machinePaths(source("README.md", "see /members/home/1")))
                .isEmpty();
    }

    @Test
    void ledger_rows_written_outside_the_ledger_are_found() {
        String sql = "\"\"\"\ninsert into\n  posting (amount) values (1)\"\"\"";

        assertThat(Leftovers.ledgerSql(source(JAVA, sql))).hasSize(1);
        assertThat(Leftovers.ledgerSql(source(JAVA.replace("tier", "ledger"), sql)))
                .isEmpty();
    }

    @Test
    void a_folder_named_after_a_layer_is_found() {
        assertThat(Leftovers.layerFolders(source(JAVA.replace("tier", "service"), "")))
                .hasSize(1);
        assertThat(Leftovers.layerFolders(source(JAVA, ""))).isEmpty();
    }

    @Test
    void a_link_that_leads_nowhere_is_found() {
        List<SourceFile> readme = source(
                "hub-ear/docs/way.md",
                "[a](there.md#part) [b](../gone.md) [c](https://example.org/x) [d](#top)");
        Set<String> files = Set.of("hub-ear/docs/there.md");

        assertThat(Links.dead(readme, files::contains))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("../gone.md");
    }

    @Test
    void two_languages_that_differ_and_words_that_nobody_shows_are_found() {
        List<SourceFile> sources = List.of(
                new SourceFile(
                        "hub-web/src/main/resources/words_he.properties",
                        "shown=א\nunused=ב\nonly.he=ג\nplaces={0}\nreason.A=ד"),
                new SourceFile(
                        "hub-web/src/main/resources/words_en.properties",
                        "shown=a\nunused=b\nonly.en=c\nplaces={1}\nreason.A=d"),
                new SourceFile(
                        "hub-web/src/main/webapp/WEB-INF/faces-config.xml", "<var>words</var>"),
                new SourceFile(
                        "hub-web/src/main/webapp/page.xhtml",
                        "#{words['shown']} #{words.places} #{words['gone']} #{words['only.he']}"),
                new SourceFile(JAVA, "String text = say(\"reason.\" + code);"));

        assertThat(MessageKeys.check(sources))
                .extracting(f -> f.message().replaceFirst("\\S+ ", ""))
                .containsExactlyInAnyOrder(
                        "lacks only.he",
                        "lacks only.en",
                        "places has other places than in English",
                        "unused is shown nowhere: delete it",
                        "asks for gone, which no bundle has");
    }

    private static List<SourceFile> source(String path, String text) {
        return List.of(new SourceFile(path, text));
    }

    private static String method(int lines) {
        return "class Tier {\n void grow() {\n" + "grow();\n".repeat(lines - 2) + "}\n}";
    }
}
