package shutaf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

class DemoFilesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    private static Path folder;

    private static DemoCoalition coalition;
    private static final Map<DemoPartner, List<Path>> FILES = new EnumMap<>(DemoPartner.class);

    @BeforeAll
    static void writeFiles() {
        coalition = DemoCoalition.endingBefore(TODAY);
        for (DemoPartner partner : DemoPartner.values()) {
            FILES.put(partner, coalition.writeFiles(partner, folder.resolve(partner.name())));
        }
    }

    @AfterAll
    static void letItGo() {
        coalition = null;
    }

    @ParameterizedTest
    @EnumSource
    void count_sum_and_hash_of_every_trailer_are_right(DemoPartner partner) throws IOException {
        for (Path path : FILES.get(partner)) {
            FileAsRead file = FileAsRead.of(path);
            assertThat(file.trailer().get(1))
                    .isEqualTo(Integer.toString(file.lines().size()));
            assertThat(new BigDecimal(file.trailer().get(2))).isEqualTo(file.sum());
            assertThat(file.trailer().get(3)).isEqualTo(file.hash());
        }
    }

    @ParameterizedTest
    @CsvSource({"SUPER, 12", "MUSIC, 18", "FUEL, 6", "CAFE, 5", "HOTEL, 12"})
    void sequences_run_from_one_without_gaps(DemoPartner partner, int count) throws IOException {
        assertThat(coalition.fileCount(partner)).isEqualTo(count);
        assertThat(FILES.get(partner)).hasSize(count);
        int expected = 1;
        for (Path path : FILES.get(partner)) {
            String sequence = String.format("%06d", expected++);
            List<String> header = FileAsRead.of(path).header();
            assertThat(path.getFileName()).hasToString(partner + "_" + sequence + ".csv");
            assertThat(header).startsWith("H", "1", partner.name(), sequence).endsWith("LIVE");
            assertThat(LocalDate.parse(header.get(4).substring(0, 10))).isBefore(TODAY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lines_of_a_receipt_are_adjacent(DemoPartner partner) throws IOException {
        Set<String> closed = new HashSet<>();
        for (Path path : FILES.get(partner)) {
            String open = "";
            for (List<String> line : FileAsRead.of(path).lines()) {
                if (!FileAsRead.key(line).equals(open)) {
                    open = FileAsRead.key(line);
                    assertThat(closed.add(open)).as(open).isTrue();
                }
            }
        }
    }

    @Test
    void a_line_has_the_nineteen_fields_of_the_format() throws IOException {
        List<String> line =
                FileAsRead.of(FILES.get(DemoPartner.CAFE).getFirst()).lines().getFirst();

        assertThat(line).hasSize(19).startsWith("D").endsWith("SALE", "");
        assertThat(line.get(FileAsRead.TIME)).matches("20[0-9T:-]{17}\\+0[23]:00");
        assertThat(line.get(6)).isEqualTo("PHONE");
    }

    @Test
    void a_return_names_its_sale() throws IOException {
        Set<String> sales = new HashSet<>();
        int returns = 0;
        for (Path path : FILES.get(DemoPartner.SUPER)) {
            for (List<String> line : FileAsRead.of(path).lines()) {
                sales.add(FileAsRead.key(line));
                if (line.size() == 19 && line.get(FileAsRead.KIND).equals("RETURN")) {
                    assertThat(sales).contains(line.get(FileAsRead.ORIGINAL));
                    returns++;
                }
            }
        }
        assertThat(returns).isGreaterThan(50);
    }

    @Test
    void the_broken_receipts_stand_in_the_last_supermarket_file_only() throws IOException {
        List<String> broken = coalition.brokenReceipts(DemoPartner.SUPER).stream()
                .map(BrokenReceipt::number)
                .toList();
        assertThat(broken).hasSize(7).doesNotHaveDuplicates();
        for (Path path : FILES.get(DemoPartner.SUPER)) {
            boolean last = path.equals(FILES.get(DemoPartner.SUPER).getLast());
            Set<String> found = new HashSet<>();
            FileAsRead.of(path).lines().forEach(line -> found.add(line.get(FileAsRead.NUMBER)));
            found.retainAll(broken);
            assertThat(found).hasSize(last ? 7 : 0);
        }
        assertThat(coalition.brokenReceipts(DemoPartner.CAFE)).isEmpty();
    }

    @Test
    void the_same_day_gives_the_same_bytes(@TempDir Path again) throws IOException {
        DemoCoalition twin = DemoCoalition.endingBefore(TODAY);
        for (DemoPartner partner : DemoPartner.values()) {
            List<Path> files = twin.writeFiles(partner, again.resolve(partner.name()));
            for (int i = 0; i < files.size(); i++) {
                Path first = FILES.get(partner).get(i);
                assertThat(Files.mismatch(first, files.get(i))).as("%s", first).isEqualTo(-1);
            }
        }
        assertThat(twin.redemptions()).isEqualTo(coalition.redemptions());
        assertThat(twin.members()).isEqualTo(coalition.members());
    }

    @Test
    void nothing_half_written_is_left() throws IOException {
        try (var all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .allMatch(path -> path.getFileName().toString().endsWith(".csv"));
        }
    }
}
