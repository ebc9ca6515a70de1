package shutaf.crm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.Optional;

/** What to do about a member who is about to be lost: the first that fits. */
class WinBackTest {
    private static final BusinessCard CAFE =
            new BusinessCard(new PartnerId(4), "CAFE", "קפה", "Cafe", true, true, false, true);

    @ParameterizedTest(name = "{4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            200 | true  | 9000 | true  | REMIND | what expires cannot wait
            199 | true  | 9000 | true  | OFFER  | a few points are no reason to write
            200 | false | 9000 | true  | OFFER  | nothing expires
            0   | false | 2000 | true  | OFFER  | a balance worth having
            0   | false | 1999 | true  | CALL   | nothing to offer
            0   | false | 9000 | false | CALL   | no partner of theirs takes points
            """)
    void suggests(
            long expiring,
            boolean soon,
            long balance,
            boolean favourite,
            WinBack expected,
            String because) {
        WinBack.Signs signs = new WinBack.Signs(
                expiring * 20,
                new Money(expiring, "ILS"),
                soon ? Optional.of(LocalDate.of(2026, 12, 1)) : Optional.empty(),
                new Money(balance, "ILS"),
                favourite ? Optional.of(CAFE) : Optional.empty());

        assertThat(WinBack.suggest(signs)).as(because).isEqualTo(expected);
    }
}
