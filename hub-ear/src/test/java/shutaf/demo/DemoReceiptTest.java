package shutaf.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;

class DemoReceiptTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @ParameterizedTest(name = "{0} is {1}: {2}")
    @CsvSource({
        "2026-11-20T18:21:07, 2026-11-20T18:21:07+02:00, winter",
        "2026-07-20T18:21:07, 2026-07-20T18:21:07+03:00, summer",
        "2026-03-27T02:30:00, 2026-03-27T03:30:00+03:00, inside the hour that spring skips",
        "1997-02-01T12:00:00, 1997-02-01T12:00:00+02:00, long ago",
    })
    void times_carry_israels_offset_of_the_day(
            LocalDateTime at, OffsetDateTime happened, String because) {
        assertThat(receipt(at, "חלב").happenedAt()).as(because).isEqualTo(happened);
    }

    @ParameterizedTest
    @CsvSource({"29.33, 2933, 29.33", "1.5, 150, 1.50", "0, 0, 0.00", "-0.05, -5, -0.05"})
    void amounts_keep_their_agorot(String source, long agorot, String text) {
        assertThat(Money.agorot(source)).isEqualTo(agorot);
        assertThat(Money.text(agorot)).isEqualTo(text);
    }

    @Test
    void a_third_decimal_is_a_fault_of_the_data() {
        assertThatThrownBy(() -> Money.agorot("1.999")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_field_that_would_need_quoting_leaves_no_file(@TempDir Path folder) throws IOException {
        DemoReceipt receipt = receipt(DAY.atTime(12, 0), "סלט; טרי");

        assertThatThrownBy(() -> PurchaseFile.write(
                        folder, "SUPER", 1, receipt.happenedAt(), List.of(receipt), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Files.exists(folder.resolve(PurchaseFile.name("SUPER", 1)))).isFalse();
    }

    private static DemoReceipt receipt(LocalDateTime at, String description) {
        DemoReceipt.Key key = new DemoReceipt.Key("01", "1", at.toLocalDate(), "1");
        DemoReceipt.Line line =
                new DemoReceipt.Line(1, "1", description, "DAIRY", "1", 640, 0, "18");
        return DemoReceipt.sale(key, at, "CARD", CardNumber.of(1), List.of(line));
    }
}
