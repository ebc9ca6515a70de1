package shutaf.reports.statement;

import shutaf.settlement.LineKind;
import shutaf.settlement.Movement;
import shutaf.settlement.PartnerPosition;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementHeader;
import shutaf.settlement.StatementLine;
import shutaf.settlement.VatTerms;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the lines of a statement once, in order: writes each into the line file and adds it up.
 * Because the sums come from the written lines, paper and line file cannot disagree.
 *
 * <p>Life: one reading per statement; {@link #add} each line, then {@link #figures} once. Memory
 * grows with outlets and days, not with lines. Not for several threads.
 */
public final class StatementReading {

    private final StatementHeader header;
    private final PartnerPosition opening;
    private final ZoneId zone;
    private final StatementLinesCsv lineFile;
    private final Map<LineKind, Movement> movements = new EnumMap<>(LineKind.class);
    private final SortedMap<String, Movement> outlets = new TreeMap<>();
    private final SortedMap<LocalDate, Movement> days = new TreeMap<>();

    /**
     * Starts a reading and writes the heading of the line file.
     *
     * @param zone the programme's zone; decides which day an instant belongs to
     * @param lineFile receives the line file; stays open, the caller closes it
     * @throws IOException when the line file cannot be written
     */
    public StatementReading(
            StatementHeader header, PartnerPosition opening, ZoneId zone, OutputStream lineFile)
            throws IOException {
        this.header = header;
        this.opening = opening;
        this.zone = zone;
        this.lineFile = new StatementLinesCsv(header, lineFile);
    }

    /**
     * Takes the next line.
     *
     * @throws IllegalArgumentException when it was recorded outside the period
     * @throws IOException when the line file cannot be written
     */
    public void add(StatementLine line) throws IOException {
        LocalDate processed = line.recorded().atZone(zone).toLocalDate();
        if (processed.isBefore(header.from()) || processed.isAfter(header.to())) {
            throw new IllegalArgumentException("journal " + line.journalId() + " was processed on "
                    + processed + ", outside " + header.from() + " to " + header.to());
        }
        lineFile.write(line);
        Movement movement = Movement.of(line);
        movements.merge(line.kind(), movement, Movement::plus);
        if (line.kind() == LineKind.ACCRUAL) {
            outlets.merge(line.outlet(), movement, Movement::plus);
            days.merge(line.happened().atZone(zone).toLocalDate(), movement, Movement::plus);
        }
    }

    /**
     * The figures of all lines added.
     *
     * @throws IOException when the rest of the line file cannot be written
     */
    public PartnerStatementFigures figures(VatTerms vat) throws IOException {
        return new PartnerStatementFigures(
                header, opening, movements, outlets, days, vat, lineFile.finish());
    }
}
