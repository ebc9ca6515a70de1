package shutaf.reports.statement;

import static org.assertj.core.api.Assertions.assertThat;

import static shutaf.reports.statement.StatementExamples.OCTOBER;
import static shutaf.reports.statement.StatementExamples.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

class StatementVerifierTest {

    /** Computed once by another program from the rule in {@link StatementLinesCsv}. */
    private static final String FIRST_HASH =
            "efaa0818dc5f5b61c73ef35429c09c8fafc693e9dd8fa28423ccbb6500b549b2";

    private static final String LAST_HASH =
            "50b3696f67879566f498ed5c5122f6959f0d0ff66ab4a8e4a763539d4b461c04";

    private final StatementExamples.Read october = read(OCTOBER);

    @TempDir
    private Path folder;

    @Test
    void the_line_file_of_a_statement_is_whole_and_has_its_sums() throws IOException {
        assertThat(verify(october.lineFile()))
                .isEqualTo(new StatementVerifier.Whole(
                        8, 4_863, new BigDecimal("242.90"), october.figures().lineFileHash()));
    }

    @Test
    void the_file_is_what_other_programs_hash_it_to() {
        assertThat(october.lineFile().lines().limit(2))
                .containsExactly(
                        "statement,line,journal,recorded,happened,kind,points,money,currency,"
                                + "outlet,receipt,hash",
                        "SUPER-2026-10/1,1,J1,2026-10-01T09:00:00Z,2026-10-01T09:00:00Z,ACCRUAL,"
                                + "-120,-6.00,ILS,TLV-01,4711,"
                                + FIRST_HASH);
        assertThat(october.figures().lineFileHash()).isEqualTo(LAST_HASH);
    }

    @Test
    void a_receipt_number_that_is_a_formula_is_written_as_text() {
        assertThat(october.lineFile()).contains(",'=1+1,");
    }

    @Test
    void a_changed_agora_is_found_and_the_line_named() throws IOException {
        String changed = october.lineFile().replace(",20,1.00,", ",20,1.01,");

        assertThat(verify(changed)).isEqualTo(broken(3));
    }

    @Test
    void two_lines_exchanged_are_found() throws IOException {
        List<String> lines = lines();
        Collections.swap(lines, 4, 5);

        assertThat(verify(String.join("\n", lines))).isEqualTo(broken(4));
    }

    @Test
    void a_line_taken_out_is_found() throws IOException {
        List<String> lines = lines();
        lines.remove(2);

        assertThat(verify(String.join("\n", lines))).isEqualTo(broken(2));
    }

    @Test
    void lines_cut_off_at_the_end_are_found_by_the_hash_on_the_statement() throws IOException {
        List<String> lines = lines();
        lines.removeLast();
        Path cut = write(String.join("\n", lines));

        assertThat(run(cut.toString(), october.figures().lineFileHash()))
                .startsWith("1")
                .contains("the statement carries another hash");
    }

    @Test
    void the_right_file_and_hash_end_well() throws IOException {
        Path file = write(october.lineFile());

        assertThat(run(file.toString(), october.figures().lineFileHash()))
                .startsWith("0")
                .contains("8 lines, points 4863, money 242.90", "OK");
    }

    @Test
    void rubbish_and_missing_files_are_told_apart() throws IOException {
        assertThat(verify("")).isInstanceOf(StatementVerifier.Broken.class);
        assertThat(verify("PK\u0003\u0004 not a line file"))
                .isInstanceOf(StatementVerifier.Broken.class);
        assertThat(run(folder.resolve("absent.csv").toString())).startsWith("2");
        assertThat(run()).startsWith("2").contains("usage");
    }

    @Test
    void a_partner_needs_this_one_source_file_and_a_jdk() throws Exception {
        Path file = write(october.lineFile());
        Process alone = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/main/java/shutaf/reports/statement/StatementVerifier.java",
                        file.toString(),
                        october.figures().lineFileHash())
                .redirectErrorStream(true)
                .start();

        String answer = new String(alone.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(alone.waitFor()).as(answer).isZero();
        assertThat(answer).contains("OK: this is the line file of the statement");
    }

    private List<String> lines() {
        return new ArrayList<>(october.lineFile().lines().toList());
    }

    private static StatementVerifier.Finding verify(String file) throws IOException {
        return StatementVerifier.verify(new StringReader(file));
    }

    private static StatementVerifier.Broken broken(long line) {
        return new StatementVerifier.Broken(
                line, "this line, or its place, is not the one that was issued");
    }

    private Path write(String file) throws IOException {
        return Files.writeString(folder.resolve("lines.csv"), file);
    }

    /** Exit code and what was said. */
    private static String run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int code = StatementVerifier.run(
                arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }
}
