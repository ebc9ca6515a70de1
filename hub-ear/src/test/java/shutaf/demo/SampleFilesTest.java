package shutaf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** The samples that the README lets a reader drop are the ones that follow the demo's own files. */
class SampleFilesTest {
    private static final Path SAMPLES = Path.of("../partner-connectors/src/test/resources/batch");

    @ParameterizedTest
    @CsvSource({
        "SUPER_000013.csv, 9, 298.55",
        "SUPER_000014_one_broken_line.csv, 4, 38.41",
    })
    void trailers_are_right(String name, int lines, BigDecimal sum) throws IOException {
        FileAsRead sample = FileAsRead.of(SAMPLES.resolve(name));

        assertThat(sample.lines()).hasSize(lines).allMatch(line -> line.size() == 19);
        assertThat(sample.trailer())
                .containsExactly("T", Integer.toString(lines), sum.toString(), sample.hash());
        assertThat(sample.sum()).isEqualTo(sum);
    }

    @Test
    void the_wrong_trailer_counts_one_line_too_few() throws IOException {
        FileAsRead sample = FileAsRead.of(SAMPLES.resolve("SUPER_000014_wrong_trailer.csv"));

        assertThat(sample.lines()).hasSize(2);
        assertThat(sample.trailer().get(1)).isEqualTo("1");
        assertThat(sample.trailer().get(3)).isEqualTo(sample.hash());
    }

    @Test
    void samples_follow_the_files_of_the_demo_and_name_its_members() throws IOException {
        DemoCoalition coalition = DemoCoalition.endingBefore(LocalDate.of(2026, 11, 21));
        List<DemoMember> members = coalition.members();
        FileAsRead sample = FileAsRead.of(SAMPLES.resolve("SUPER_000013.csv"));

        assertThat(Integer.parseInt(sample.header().get(3)))
                .isEqualTo(coalition.fileCount(DemoPartner.SUPER) + 1);
        assertThat(sample.lines()).allSatisfy(line -> {
            String identifier = line.get(FileAsRead.IDENTIFIER);
            assertThat(members)
                    .anyMatch(m -> m.card().equals(identifier) || m.phone().equals(identifier));
        });
        assertThat(sample.lines().stream().map(FileAsRead::key).distinct()).hasSize(5);
        assertThat(sample.lines().getLast().get(FileAsRead.ORIGINAL))
                .isEqualTo(FileAsRead.key(sample.lines().get(3)));
    }
}
