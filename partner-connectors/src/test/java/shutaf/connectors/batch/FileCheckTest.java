package shutaf.connectors.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

class FileCheckTest {
    private static final Path SAMPLES = Path.of("src/test/resources/batch");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"SUPER_000013.csv, 13", "SUPER_000014_one_broken_line.csv, 14"})
    void the_samples_are_sound(String name, int sequence) throws IOException {
        CheckedFile checked = check(Files.readAllBytes(SAMPLES.resolve(name)), "UTF-8");

        assertThat(checked)
                .isInstanceOfSatisfying(
                        CheckedFile.Sound.class,
                        sound -> assertThat(sound.heading())
                                .isEqualTo(new FileHeading("SUPER", sequence, false)));
    }

    @Test
    void a_trailer_that_counts_one_line_too_few_rejects_the_file() throws IOException {
        byte[] sample = Files.readAllBytes(SAMPLES.resolve("SUPER_000014_wrong_trailer.csv"));

        assertRejected(sample, "F-COUNT", "the trailer says 1 D lines, the file has 2");
    }

    @Test
    void sum_and_hash_of_the_trailer_are_compared_too() throws IOException {
        WrittenFile file = new WrittenFile().sale("1", 1, "6.40").sale("2", 1, "1.00");
        String right = new String(file.bytes(), StandardCharsets.UTF_8)
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow();

        assertRejected(
                file.bytes(right.replace(";7.40;", ";7.41;")),
                "F-SUM",
                "the trailer says a sum of 7.41, the lines add up to 7.40");
        char last = right.charAt(right.length() - 1);
        String other = right.substring(0, right.length() - 1) + (last == '0' ? '1' : '0');
        assertRejected(file.bytes(other), "F-HASH", "not that of the D lines");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "D;1;SUPER;000001;2026-11-20T23:59:00+02:00;LIVE | F-HEADER | there is no header",
                "H;2;SUPER;000001;2026-11-20T23:59:00+02:00;LIVE | F-HEADER | version '2'",
                "H;1;SUPER;00000x;2026-11-20T23:59:00+02:00;LIVE | F-HEADER | sequence '00000x'",
                "H;1;SUPER;000000;2026-11-20T23:59:00+02:00;LIVE | F-HEADER | sequence '000000'",
                "H;1;SUPER;000001;2026-11-20T23:59:00;LIVE | F-HEADER | creation time",
                "H;1;SUPER;000001;2026-11-20T23:59:00+02:00;live | F-HEADER | neither LIVE",
                "H;1;MUSIC;000001;2026-11-20T23:59:00+02:00;LIVE | F-PARTNER | names MUSIC",
            })
    void a_wrong_header_rejects_the_file(String header, String code, String reason)
            throws IOException {
        byte[] file = new WrittenFile().header(header).sale("1", 1, "6.40").bytes();

        assertRejected(file, code, reason);
    }

    @Test
    void a_file_that_is_cut_off_is_rejected_wherever_the_cut_is() throws IOException {
        byte[] whole =
                new WrittenFile().sale("1", 1, "6.40").sale("2", 1, "1.00").bytes();
        for (int length = 0; length < whole.length - 1; length++) {
            assertThat(check(Arrays.copyOf(whole, length), "UTF-8"))
                    .as("%s of %s bytes", length, whole.length)
                    .isInstanceOf(CheckedFile.Rejected.class);
        }
        assertThat(check(Arrays.copyOf(whole, whole.length - 1), "UTF-8"))
                .as("only the last line end is missing")
                .isInstanceOf(CheckedFile.Sound.class);
    }

    @Test
    void lines_may_end_with_carriage_return_and_line_feed() throws IOException {
        byte[] file =
                new WrittenFile().endingLinesWith("\r\n").sale("1", 1, "6.40").bytes();

        assertThat(check(file, "UTF-8")).isInstanceOf(CheckedFile.Sound.class);
    }

    @Test
    void a_file_without_receipts_is_sound() throws IOException {
        assertThat(check(new WrittenFile().bytes(), "UTF-8")).isInstanceOf(CheckedFile.Sound.class);
    }

    @Test
    void nothing_may_stand_after_the_trailer_but_empty_lines() throws IOException {
        String text =
                new String(new WrittenFile().sale("1", 1, "6.40").bytes(), StandardCharsets.UTF_8);

        assertThat(check((text + "\n\r\n").getBytes(StandardCharsets.UTF_8), "UTF-8"))
                .isInstanceOf(CheckedFile.Sound.class);
        assertRejected(
                (text + WrittenFile.saleLine("2", 1, "1.00")).getBytes(StandardCharsets.UTF_8),
                "F-RECORD",
                "line 4 stands after the trailer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1255", "IBM862"})
    void hebrew_is_read_in_the_partners_charset(String charset) throws IOException {
        byte[] file = new WrittenFile()
                .in(Charset.forName(charset))
                .sale("1", 1, "6.40")
                .bytes();

        assertThat(check(file, charset)).isInstanceOf(CheckedFile.Sound.class);
    }

    @Test
    void another_charset_than_agreed_is_found() throws IOException {
        byte[] file = new WrittenFile()
                .in(Charset.forName("windows-1255"))
                .sale("1", 1, "6.40")
                .bytes();

        assertRejected(file, "F-ENCODING", "line 2 is no UTF-8");
    }

    @Test
    void rubbish_is_rejected_with_a_reason() throws IOException {
        byte[] rubbish = new byte[200_000];
        new Random(7).nextBytes(rubbish);

        assertThat(check(rubbish, "UTF-8"))
                .isInstanceOfSatisfying(
                        CheckedFile.Rejected.class,
                        no -> assertThat(no.why().code())
                                .isIn(
                                        MalformedFile.Code.BINARY,
                                        MalformedFile.Code.ENCODING,
                                        MalformedFile.Code.HEADER));
        assertRejected(new byte[100], "F-BINARY", "control character");
        assertRejected(new byte[20_000], "F-LINE-LENGTH", "longer than 8192 bytes");
        assertRejected(new byte[0], "F-EMPTY", "nothing is in the file");
    }

    @Test
    void what_came_is_kept_byte_for_byte_even_when_it_is_rejected() throws IOException {
        byte[] rubbish = new byte[200_000];
        new Random(8).nextBytes(rubbish);

        CheckedFile checked = check(rubbish, "UTF-8");

        assertThat(Files.readAllBytes(folder.resolve("copy"))).isEqualTo(rubbish);
        assertThat(checked.file().bytes()).isEqualTo(rubbish.length);
    }

    @Test
    void a_large_file_passes_in_little_memory() throws IOException {
        Path large = folder.resolve("large.csv");
        byte[] line =
                (WrittenFile.saleLine("1", 1, "6.40") + "\n").getBytes(StandardCharsets.UTF_8);
        long lines = 60_000_000L / line.length;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(large))) {
            out.write("H;1;SUPER;000001;2026-11-20T23:59:00+02:00;LIVE\n"
                    .getBytes(StandardCharsets.UTF_8));
            for (long i = 0; i < lines; i++) {
                out.write(line);
            }
            out.write(
                    ("T;" + (lines + 1) + ";0;" + "0".repeat(64)).getBytes(StandardCharsets.UTF_8));
        }

        CheckedFile checked =
                FileCheck.read(large, new FileText("UTF-8"), "SUPER", folder.resolve("copy"));

        assertThat(checked)
                .isInstanceOfSatisfying(
                        CheckedFile.Rejected.class,
                        no -> assertThat(no.why())
                                .hasMessage("the trailer says " + (lines + 1)
                                        + " D lines, the file has " + lines));
    }

    private CheckedFile check(byte[] content, String charset) throws IOException {
        Path file = Files.write(folder.resolve("dropped.csv"), content);
        return FileCheck.read(file, new FileText(charset), "SUPER", folder.resolve("copy"));
    }

    private void assertRejected(byte[] content, String code, String reason) throws IOException {
        assertThat(check(content, "UTF-8"))
                .isInstanceOfSatisfying(CheckedFile.Rejected.class, no -> {
                    assertThat(no.why().code()).hasToString(code);
                    assertThat(no.why()).hasMessageContaining(reason);
                });
    }
}
