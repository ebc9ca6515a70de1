package shutaf.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.partner.PartnerNames;
import shutaf.platform.Columns;
import shutaf.platform.Sql;
import shutaf.shared.BusinessDay;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rows of issued statements; the database refuses to change them. */
@ApplicationScoped
class StatementRows {
    @Inject
    private Sql sql;

    private enum Part {
        KIND,
        OUTLET,
        DAY
    }

    private record Sum(Part part, String key, Movement movement) {}

    private record Row(
            long id,
            StatementHeader header,
            PartnerPosition opening,
            VatTerms vat,
            String lineFileHash) {}

    /** The last day that was billed. */
    Optional<LocalDate> billedTo(PartnerId partner) {
        return sql.first(
                "select period_to from statement where partner_id = ?"
                        + " order by period_to desc limit 1",
                r -> r.getObject(1, LocalDate.class),
                partner.value());
    }

    List<StatementHeader> headers(PartnerId partner, PartnerNames names) {
        return sql.all(
                SELECT + " where partner_id = ? order by number, version desc) s"
                        + " order by period_to desc",
                r -> read(r, names).header(),
                partner.value());
    }

    Optional<PartnerStatementFigures> figures(
            PartnerId partner, PartnerNames names, String number) {
        return sql.first(
                        SELECT + " where partner_id = ? and number = ?"
                                + " order by number, version desc) s",
                        r -> read(r, names),
                        partner.value(),
                        number)
                .map(this::withSums);
    }

    private static final String SELECT = """
            select * from (select distinct on (number) id, number, version, period_from, period_to,
                issued_on, currency, opening_points, opening_money, vat_points, vat_redemption,
                vat_pack, vat_adjustment, line_file_hash
            from statement""";

    private static Row read(ResultSet r, PartnerNames names) throws SQLException {
        StatementHeader header = new StatementHeader(
                names.code(),
                names.hebrew(),
                names.english(),
                r.getString(2),
                r.getInt(3),
                r.getObject(4, LocalDate.class),
                r.getObject(5, LocalDate.class),
                r.getObject(6, LocalDate.class),
                Currency.getInstance(r.getString(7)),
                false);
        return new Row(
                r.getLong(1),
                header,
                new PartnerPosition(r.getLong(8), r.getLong(9)),
                new VatTerms(r.getInt(10), r.getInt(11), r.getInt(12), r.getInt(13)),
                r.getString(14));
    }

    private PartnerStatementFigures withSums(Row row) {
        Map<LineKind, Movement> kinds = new EnumMap<>(LineKind.class);
        TreeMap<String, Movement> outlets = new TreeMap<>();
        TreeMap<LocalDate, Movement> days = new TreeMap<>();
        sql.stream(
                "select part, key, lines, points, money from statement_sum where statement_id = ?",
                r -> new Sum(
                        Part.valueOf(r.getString(1)),
                        r.getString(2),
                        new Movement(r.getLong(3), r.getLong(4), r.getLong(5))),
                sum -> {
                    switch (sum.part()) {
                        case KIND -> kinds.put(LineKind.valueOf(sum.key()), sum.movement());
                        case OUTLET -> outlets.put(sum.key(), sum.movement());
                        case DAY -> days.put(LocalDate.parse(sum.key()), sum.movement());
                    }
                },
                row.id());
        return new PartnerStatementFigures(
                row.header(), row.opening(), kinds, outlets, days, row.vat(), row.lineFileHash());
    }

    /** Writes a statement for good. */
    void insert(PartnerId partner, PartnerStatementFigures figures, Instant now, String actor) {
        StatementHeader header = figures.header();
        VatTerms vat = figures.vat();
        long id = sql.first("select nextval('statement_id')", r -> r.getLong(1)).orElseThrow();
        sql.run(
                """
                insert into statement (id, partner_id, number, version, period_from, period_to,
                    currency, opening_points, opening_money, closing_points, closing_money, lines,
                    line_file_hash, vat_points, vat_redemption, vat_pack, vat_adjustment, issued_on,
                    issued_at, issued_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                partner.value(),
                header.number(),
                header.version(),
                header.from(),
                header.to(),
                header.currency().getCurrencyCode(),
                figures.opening().points(),
                figures.opening().moneyMinor(),
                figures.closing().points(),
                figures.closing().moneyMinor(),
                figures.net().lines(),
                figures.lineFileHash(),
                vat.pointsIssued(),
                vat.redemptions(),
                vat.packs(),
                vat.adjustments(),
                BusinessDay.of(now),
                now,
                actor);
        insertSums(id, partner, sums(figures));
    }

    private static List<Sum> sums(PartnerStatementFigures figures) {
        List<Sum> sums = new ArrayList<>();
        figures.movements().forEach((kind, m) -> sums.add(new Sum(Part.KIND, kind.name(), m)));
        figures.accrualsByOutlet().forEach((o, m) -> sums.add(new Sum(Part.OUTLET, o, m)));
        figures.accrualsByDay().forEach((d, m) -> sums.add(new Sum(Part.DAY, d.toString(), m)));
        return sums;
    }

    private void insertSums(long statement, PartnerId partner, List<Sum> sums) {
        Columns<Sum> columns = new Columns<>(sums);
        sql.run(
                """
                insert into statement_sum (statement_id, partner_id, part, key, lines, points,
                    money)
                select ?, ?, q.part, q.key, q.lines, q.points, q.money
                from unnest(?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[])
                     q (part, key, lines, points, money)""",
                statement,
                partner.value(),
                columns.texts(Sum::part),
                columns.texts(Sum::key),
                columns.longs(s -> s.movement().lines()),
                columns.longs(s -> s.movement().points()),
                columns.longs(s -> s.movement().moneyMinor()));
    }
}
