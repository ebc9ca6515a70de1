package shutaf.reports.statement;

import shutaf.settlement.LineKind;
import shutaf.settlement.PartnerPosition;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementHeader;
import shutaf.settlement.StatementLine;
import shutaf.settlement.VatTerms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/** One supermarket's October, small enough to add up by hand. */
final class StatementExamples {

    static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    static final VatTerms VAT = new VatTerms(1800, 1800, 1800, 0);
    static final PartnerPosition OPENING = new PartnerPosition(10_000, 500_00);

    static final StatementHeader HEADER = new StatementHeader(
            "SUPER",
            "סופר שותף בע״מ",
            "Super Partner Ltd",
            "SUPER-2026-10",
            1,
            LocalDate.of(2026, 10, 1),
            LocalDate.of(2026, 10, 31),
            LocalDate.of(2026, 11, 2),
            Currency.getInstance("ILS"),
            false);

    static final List<StatementLine> OCTOBER = List.of(
            line("J1", "2026-10-01T09:00:00Z", LineKind.ACCRUAL, "TLV-01", "4711", -120, -6_00),
            line("J2", "2026-10-01T21:30:00Z", LineKind.ACCRUAL, "TLV-02", "4712", -80, -4_00),
            line("J3", "2026-10-05T10:00:00Z", LineKind.CLAWBACK, "TLV-01", "4711", 20, 1_00),
            line("J4", "2026-10-06T10:00:00Z", LineKind.REDEMPTION_OWN, "TLV-01", "99", 50, 2_25),
            line(
                    "J4",
                    "2026-10-06T10:00:00Z",
                    LineKind.REDEMPTION_FOREIGN,
                    "TLV-01",
                    "99",
                    30,
                    1_35),
            line(
                    "J5",
                    "2026-10-07T10:00:00Z",
                    LineKind.REDEMPTION_REVERSAL,
                    "TLV-01",
                    "99",
                    -30,
                    -1_35),
            line("J6", "2026-10-08T10:00:00Z", LineKind.PACK, "", "", 5_000, 250_00),
            line("J7", "2026-10-31T21:59:59Z", LineKind.ADJUSTMENT, "", "=1+1", -7, -35));

    private StatementExamples() {}

    static StatementLine line(
            String journal,
            String time,
            LineKind kind,
            String outlet,
            String receipt,
            long points,
            long money) {
        Instant instant = Instant.parse(time);
        return new StatementLine(journal, instant, instant, kind, outlet, receipt, points, money);
    }

    static Read read(List<StatementLine> lines) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            StatementReading reading = new StatementReading(HEADER, OPENING, ZONE, file);
            for (StatementLine line : lines) {
                reading.add(line);
            }
            return new Read(reading.figures(VAT), file.toString(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    record Read(PartnerStatementFigures figures, String lineFile) {}
}
