package shutaf.reports.programme;

import shutaf.partner.PartnerNames;
import shutaf.reports.document.ReportLanguage;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A section on its way: words by its key, then rows. */
final class Draft {
    private static final int ALL = Integer.MAX_VALUE;

    private final ReportLanguage language;
    private final String key;
    private final List<String> notes = new ArrayList<>();
    private final List<Section.Column> columns = new ArrayList<>();
    private final List<Section.Row> rows = new ArrayList<>();
    private Optional<StackedColumns> chart = Optional.empty();
    private int shown = ALL;

    Draft(ReportLanguage language, String key) {
        this.language = language;
        this.key = key;
    }

    /** Columns whose headings stand in the messages. */
    Draft columns(String... keys) {
        for (String column : keys) {
            columns.add(new Section.Column(column, language.text("programme.column." + column)));
        }
        return this;
    }

    /** A column for a partner. */
    Draft column(PartnerNames partner) {
        columns.add(new Section.Column(partner.code(), name(partner)));
        return this;
    }

    Draft row(Cell... cells) {
        rows.add(new Section.Row(List.of(cells), false));
        return this;
    }

    Draft row(List<Cell> cells, boolean total) {
        rows.add(new Section.Row(cells, total));
        return this;
    }

    Draft total(Cell... cells) {
        rows.add(new Section.Row(List.of(cells), true));
        return this;
    }

    Draft note(String text) {
        notes.add(text);
        return this;
    }

    Draft chart(StackedColumns drawing) {
        chart = Optional.of(drawing);
        return this;
    }

    /** Page and paper show the first rows only and say so. */
    Draft shown(int most) {
        if (rows.size() > most) {
            shown = most;
            notes.add(language.text(
                    "programme.shown",
                    language.figures().whole(most),
                    language.figures().whole(rows.size())));
        }
        return this;
    }

    Section done() {
        return new Section(
                key,
                language.text("programme." + key),
                language.text("programme.sheet." + key),
                language.text("programme." + key + ".text"),
                notes,
                chart,
                columns,
                rows,
                shown);
    }

    String text(String message, Object... parts) {
        return language.text("programme." + message, parts);
    }

    /** The first cell of a row of totals. */
    Cell sum() {
        return new Cell.Words(text("total"));
    }

    /** A partner's name as a cell. */
    Cell partner(ProgrammeReport report, PartnerId partner) {
        return new Cell.Words(name(report.names(partner)));
    }

    private String name(PartnerNames partner) {
        return language.either(partner.hebrew(), partner.english());
    }
}
