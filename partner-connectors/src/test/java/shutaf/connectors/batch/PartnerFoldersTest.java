package shutaf.connectors.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class PartnerFoldersTest {
    private final PartnerFolders folders = PartnerFolders.below(Path.of("/data"), "SUPER");

    @Test
    void an_answer_is_named_after_its_file() {
        assertThat(folders.answerTo("SUPER_000042.csv", PartnerFolders.Part.HANDBACK))
                .isEqualTo(Path.of("/data/outbox/SUPER/SUPER_000042.handback.csv"));
        assertThat(folders.answerTo("october.CSV", PartnerFolders.Part.REJECTS))
                .isEqualTo(Path.of("/data/outbox/SUPER/october.rejects.csv"));
        assertThat(folders.answerTo("no ending", PartnerFolders.Part.REJECTS))
                .isEqualTo(Path.of("/data/outbox/SUPER/no ending.rejects.csv"));
    }

    @Test
    void a_name_as_long_as_the_disk_allows_still_gets_an_answer() {
        Path answer = folders.answerTo("קובץ".repeat(30) + ".csv", PartnerFolders.Part.HANDBACK);

        assertThat(answer.getFileName()
                        .toString()
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .hasSizeLessThan(200);
    }
}
