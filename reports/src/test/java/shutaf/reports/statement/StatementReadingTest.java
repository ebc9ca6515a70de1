package shutaf.reports.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static shutaf.reports.statement.StatementExamples.OCTOBER;
import static shutaf.reports.statement.StatementExamples.line;
import static shutaf.reports.statement.StatementExamples.read;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.settlement.LineKind;
import shutaf.settlement.Movement;
import shutaf.settlement.PartnerPosition;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementLine;
import shutaf.settlement.VatTerms;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

class StatementReadingTest {

    @Test
    void october_closes_where_its_lines_lead() {
        PartnerStatementFigures figures = read(OCTOBER).figures();

        assertThat(figures.net()).isEqualTo(new Movement(8, 4_863, 242_90));
        assertThat(figures.closing()).isEqualTo(new PartnerPosition(14_863, 742_90));
        assertThat(figures.of(LineKind.ACCRUAL)).isEqualTo(new Movement(2, -200, -10_00));
        assertThat(figures.accrualsByOutlet())
                .isEqualTo(Map.of(
                        "TLV-01", new Movement(1, -120, -6_00),
                        "TLV-02", new Movement(1, -80, -4_00)));
    }

    @Test
    void half_past_midnight_in_jerusalem_is_the_next_day() {
        assertThat(read(OCTOBER).figures().accrualsByDay().keySet())
                .containsExactly(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2));
    }

    @Test
    void a_late_purchase_counts_in_the_period_that_processed_it_under_its_own_day() {
        StatementLine late = new StatementLine(
                "J9",
                Instant.parse("2026-10-02T05:00:00Z"),
                Instant.parse("2026-09-28T15:00:00Z"),
                LineKind.ACCRUAL,
                "TLV-01",
                "17",
                -10,
                -50);

        assertThat(read(List.of(late)).figures().accrualsByDay())
                .containsOnlyKeys(LocalDate.of(2026, 9, 28));
    }

    @ParameterizedTest
    @CsvSource({"2026-09-30T20:59:59Z", "2026-10-31T22:00:00Z"})
    void a_line_processed_outside_the_period_is_refused(String recorded) {
        StatementLine outside = line("J1", recorded, LineKind.ACCRUAL, "", "", -1, -5);

        assertThatThrownBy(() -> read(List.of(outside)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("J1");
    }

    @Test
    void figures_whose_parts_miss_their_whole_are_refused() {
        PartnerStatementFigures right = read(OCTOBER).figures();
        SortedMap<String, Movement> oneOutletLess = new TreeMap<>(right.accrualsByOutlet());
        oneOutletLess.remove("TLV-02");

        assertThatThrownBy(() -> new PartnerStatementFigures(
                        right.header(),
                        right.opening(),
                        right.movements(),
                        oneOutletLess,
                        right.accrualsByDay(),
                        right.vat(),
                        right.lineFileHash()))
                .hasMessageContaining("outlets");
    }

    @ParameterizedTest
    @CsvSource({
        "1800, 1000,  180", "1800,    3,   1", "1800,   -3,  -1", "1800, 2,  0",
        "5000,    1,    1", "5000,   -1,  -1", "1750, 1000, 175", "   0, 999, 0"
    })
    void vat_is_rounded_once_half_away_from_zero(int rate, long net, long vat) {
        VatTerms terms = new VatTerms(rate, 0, 0, 0);

        assertThat(terms.on(LineKind.Nature.POINTS_ISSUED, net)).isEqualTo(vat);
    }

    @Test
    void invoice_lines_add_up_to_the_net_of_the_period() {
        PartnerStatementFigures figures = read(OCTOBER).figures();

        long sum = 0;
        for (LineKind.Nature nature : LineKind.Nature.values()) {
            sum += figures.netMinor(nature);
        }
        assertThat(sum).isEqualTo(figures.net().moneyMinor());
        assertThat(figures.netMinor(LineKind.Nature.POINTS_ISSUED)).isEqualTo(-9_00);
        assertThat(figures.vatMinor(LineKind.Nature.POINTS_ISSUED)).isEqualTo(-1_62);
        assertThat(figures.vatMinor()).isEqualTo(-1_62 + 41 + 45_00);
    }

    @Property(tries = 60)
    void any_lines_add_up_and_their_file_says_the_same(@ForAll("lines") List<StatementLine> lines)
            throws IOException {
        StatementExamples.Read read = read(lines);

        long points = lines.stream().mapToLong(StatementLine::points).sum();
        long money = lines.stream().mapToLong(StatementLine::moneyMinor).sum();
        PartnerPosition opening = StatementExamples.OPENING;
        assertThat(read.figures().closing())
                .isEqualTo(new PartnerPosition(
                        opening.points() + points, opening.moneyMinor() + money));
        assertThat(StatementVerifier.verify(new StringReader(read.lineFile())))
                .isEqualTo(new StatementVerifier.Whole(
                        lines.size(),
                        points,
                        lines.isEmpty() ? BigDecimal.ZERO : BigDecimal.valueOf(money, 2),
                        read.figures().lineFileHash()));
    }

    @Provide
    Arbitrary<List<StatementLine>> lines() {
        Arbitrary<String> text = Arbitraries.strings().all().ofMaxLength(12);
        Instant first = Instant.parse("2026-10-01T00:00:00Z");
        return Combinators.combine(
                        Arbitraries.longs().between(0, 2_591_000),
                        Arbitraries.of(LineKind.class),
                        text,
                        text,
                        Arbitraries.longs().between(-1_000_000_000, 1_000_000_000),
                        Arbitraries.longs().between(-1_000_000_000, 1_000_000_000))
                .as((second, kind, outlet, receipt, points, money) -> new StatementLine(
                        "J" + second,
                        first.plusSeconds(second),
                        first.plusSeconds(second - 90_000),
                        kind,
                        outlet,
                        receipt,
                        points,
                        money))
                .list()
                .ofMaxSize(40);
    }
}
