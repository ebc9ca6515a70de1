package shutaf.programme;

import shutaf.settlement.IssueOutcome;
import shutaf.settlement.LineKind;
import shutaf.settlement.Movement;
import shutaf.settlement.PartnerLines;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementPeriod;
import shutaf.settlement.Statements;
import shutaf.shared.BusinessDay;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Issues statements as the reports do, but for the paper: their line file has no hash of its own.
 */
final class Billing {
    private static final String HASH = "0".repeat(64);

    private final Programme programme;

    Billing(Programme programme) {
        this.programme = programme;
    }

    IssueOutcome issue(PartnerId partner, YearMonth month) {
        return programme.call(() -> programme
                .bean(Statements.class)
                .issue(partner, figures(partner, StatementPeriod.month(month)), HASH, "dana"));
    }

    PartnerStatementFigures figures(PartnerId partner, StatementPeriod period) {
        Statements statements = programme.bean(Statements.class);
        PartnerLines books = programme.bean(PartnerLines.class);
        Map<LineKind, Movement> kinds = new EnumMap<>(LineKind.class);
        TreeMap<String, Movement> outlets = new TreeMap<>();
        TreeMap<LocalDate, Movement> days = new TreeMap<>();
        books.stream(partner, period, line -> {
            kinds.merge(line.kind(), Movement.of(line), Movement::plus);
            if (line.kind() == LineKind.ACCRUAL) {
                LocalDate day = BusinessDay.of(line.happened());
                outlets.merge(line.outlet(), Movement.of(line), Movement::plus);
                days.merge(day, Movement.of(line), Movement::plus);
            }
        });
        return new PartnerStatementFigures(
                statements.draft(partner, period).orElseThrow(),
                books.before(partner, period.from()),
                kinds,
                outlets,
                days,
                statements.vat(period.to()),
                HASH);
    }
}
