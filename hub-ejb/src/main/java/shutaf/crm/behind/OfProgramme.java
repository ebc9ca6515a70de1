package shutaf.crm.behind;

import shutaf.economics.ReportDays;
import shutaf.economics.ReportTable;
import shutaf.purchase.ReportFilter;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A figure of programme economics: of the days and the members that its report is of. */
interface OfProgramme extends Question {
    LocalDate EVER = LocalDate.of(1, 1, 1);
    LocalDate NEVER = LocalDate.of(9999, 12, 31);

    @Override
    default String page() {
        return "programme";
    }

    @Override
    default List<Object> told() {
        return List.of();
    }

    /** The report's days; a side that the address leaves open has no end. */
    static ReportDays days(ReportFilter filter) {
        return new ReportDays(filter.from().orElse(EVER), filter.to().orElse(NEVER));
    }

    /** The tables that the figure is added up from. */
    static Part from(ReportTable table) {
        return Part.of(table.with(), table.values().toArray());
    }

    /** The condition that a column names the partner of that code, if one is asked for. */
    static Part at(String column, Optional<String> code) {
        return code.map(c ->
                        Part.of("and " + column + " in (select id from partner where code = ?)", c))
                .orElse(Part.of(""));
    }

    /** The last piece: the members, each with its part in the figure, without those with none. */
    static Part byMember(String sum) {
        return Part.of("group by member_id having %s <> 0".formatted(sum));
    }
}
