package shutaf.connectors.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import shutaf.connectors.api.contract.StatementAnswers;
import shutaf.settlement.LineKind;
import shutaf.settlement.Movement;
import shutaf.settlement.PartnerPosition;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementHeader;
import shutaf.settlement.VatTerms;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

class StatementEndpointTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final LocalDate LAST = LocalDate.parse("2026-10-31");
    private static final Movement ACCRUALS = new Movement(3, -100, -600);

    private static PartnerStatementFigures october(boolean draft) {
        StatementHeader header = new StatementHeader(
                "SUPER",
                "סופר",
                "Super",
                "SUPER-2026-10",
                1,
                FIRST,
                LAST,
                LocalDate.parse("2026-11-02"),
                Currency.getInstance("ILS"),
                draft);
        return new PartnerStatementFigures(
                header,
                new PartnerPosition(1_000, 5_000),
                Map.of(
                        LineKind.REDEMPTION_FOREIGN,
                        new Movement(1, 40, 200),
                        LineKind.ACCRUAL,
                        ACCRUALS),
                new TreeMap<>(Map.of("01", ACCRUALS)),
                new TreeMap<>(Map.of(FIRST, ACCRUALS)),
                new VatTerms(1_800, 0, 0, 0),
                "ab".repeat(32));
    }

    @Test
    void an_issued_statement_is_told_with_its_sums_in_their_order_and_its_addresses() {
        StatementAnswers.One told = StatementEndpoint.answer(october(false), "/x/SUPER-2026-10");

        assertThat(told.statement())
                .isEqualTo(new StatementAnswers.Head(
                        "SUPER-2026-10",
                        1,
                        "ISSUED",
                        "2026-10-01",
                        "2026-10-31",
                        "2026-11-02",
                        "ILS"));
        assertThat(told.opening()).isEqualTo(new StatementAnswers.Standing(1_000, "50.00"));
        assertThat(told.closing()).isEqualTo(new StatementAnswers.Standing(940, "46.00"));
        assertThat(told.movements())
                .containsExactly(
                        new StatementAnswers.Sum("ACCRUAL", 3, -100, "-6.00"),
                        new StatementAnswers.Sum("REDEMPTION_FOREIGN", 1, 40, "2.00"));
        assertThat(told.vat()).isEqualTo("-1.08");
        assertThat(told.pdf()).isEqualTo("/x/SUPER-2026-10.pdf");
        assertThat(told.lines()).isEqualTo("/x/SUPER-2026-10/lines");
    }

    @Test
    void a_draft_has_no_day_of_issue() {
        StatementAnswers.Head head =
                StatementEndpoint.answer(october(true), "/x").statement();

        assertThat(head.status()).isEqualTo("DRAFT");
        assertThat(head.issuedOn()).isNull();
    }
}
