package shutaf.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The figures are those of the published data set: customers, customer days, repeat customers. */
class CdnowUnshiftedTest {
    @Test
    void the_files_hold_every_purchase_on_its_own_date(@TempDir Path folder) throws IOException {
        List<Path> files = CdnowUnshifted.writeFiles(folder);
        Map<String, Set<String>> days = new HashMap<>();
        Set<String> keys = new HashSet<>();
        int zero = 0;
        for (Path path : files) {
            FileAsRead file = FileAsRead.of(path);
            assertThat(file.header().get(2)).isEqualTo("CDTEST");
            assertThat(file.trailer().get(3)).isEqualTo(file.hash());
            for (List<String> line : file.lines()) {
                assertThat(line.get(FileAsRead.TIME)).startsWith(line.get(FileAsRead.DATE));
                days.computeIfAbsent(line.get(FileAsRead.IDENTIFIER), card -> new TreeSet<>())
                        .add(line.get(FileAsRead.DATE));
                keys.add(FileAsRead.key(line));
                zero += line.get(FileAsRead.AMOUNT).equals("0.00") ? 1 : 0;
            }
        }
        Set<String> all = new TreeSet<>();
        days.values().forEach(all::addAll);

        assertThat(files).hasSize(18);
        assertThat(keys).hasSize(6919);
        assertThat(days).hasSize(2357).containsOnlyKeys(CdnowUnshifted.cards());
        assertThat(days.values().stream().mapToInt(Set::size).sum()).isEqualTo(6696);
        assertThat(days.values().stream().filter(d -> d.size() > 1).count()).isEqualTo(1139);
        assertThat(zero).isEqualTo(8);
        assertThat(all)
                .contains("1997-01-01", "1998-06-30")
                .allMatch(day -> day.compareTo("1997") > 0 && day.compareTo("1998-07") < 0);
    }

    @Test
    void cards_are_valid_and_far_from_the_members_of_the_demo() {
        assertThat(CdnowUnshifted.cards())
                .hasSize(2357)
                .allMatch(CardNumber::isValid)
                .allMatch(card -> card.startsWith("297"));
    }
}
