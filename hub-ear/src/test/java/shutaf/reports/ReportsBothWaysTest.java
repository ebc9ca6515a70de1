package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import shutaf.platform.Columns;
import shutaf.platform.Sql;
import shutaf.programme.Programme;
import shutaf.purchase.CustomerDay;
import shutaf.purchase.ReportFilter;
import shutaf.reports.lifetimevalue.CustomerBase;
import shutaf.reports.lifetimevalue.DayTotal;
import shutaf.reports.lifetimevalue.LifetimeFigures;
import shutaf.reports.lifetimevalue.LifetimeJson;
import shutaf.reports.lifetimevalue.LifetimeReport;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.reports.retention.CustomerHistory;
import shutaf.reports.retention.RetentionBlock;
import shutaf.reports.retention.RetentionFigures;
import shutaf.reports.retention.RetentionReports;
import shutaf.shared.PartnerId;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * What the database counts for the hub's reports is what a walk in Java counts for the analyst's
 * command, cell by cell, on two published histories.
 */
class ReportsBothWaysTest {
    private static final Path REFERENCE =
            Path.of("../reports/src/test/resources/shutaf/reports/retention");
    private static final long FIRST_MEMBER = 9_000_000_000L;

    private final Programme programme = new Programme();
    private final PartnerId shop = programme.partner("BOTH");
    private final PartnerId other = programme.partner("WAYS");

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "completejourney"})
    void the_database_counts_what_a_walk_counts(String set) throws IOException {
        List<CustomerDay> history = history(set);
        buy(shop, history);

        RetentionBlock counted = programme
                .bean(RetentionReports.class)
                .block(ReportFilter.of(shop))
                .orElseThrow();

        RetentionFigures walked = RetentionFigures.of(history.stream());
        List<CustomerHistory> customers = CustomerHistory.of(history.stream());
        assertThat(counted).isEqualTo(RetentionBlock.of(walked, customers));
    }

    @ParameterizedTest
    @CsvSource({"cdnow_sample, 1997-09-30", "completejourney, 2017-09-30"})
    void the_models_see_the_same_customers(String set, LocalDate calibration) throws IOException {
        List<CustomerDay> history = history(set);
        buy(shop, history);

        LifetimeReport ours = programme.call(() -> programme
                .bean(LifetimeReports.class)
                .read(ReportFilter.of(shop), Optional.of(calibration))
                .orElseThrow());

        List<DayTotal> days = history.stream()
                .map(d -> new DayTotal(
                        d.customerId(), d.date(), BigDecimal.valueOf(d.amountMinor(), 2)))
                .toList();
        LocalDate last =
                days.stream().map(DayTotal::date).max(LocalDate::compareTo).orElseThrow();
        CustomerBase base = CustomerBase.of(days.stream(), calibration, last);
        LifetimeFigures theirs = LifetimeFigures.of(base, days);
        assertThat(ours.figures().base().customers())
                .usingRecursiveFieldByFieldElementComparator(
                        RecursiveComparisonConfiguration.builder()
                                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                                .build())
                .isEqualTo(base.customers());
        assertThat(LifetimeJson.of(ours))
                .isEqualTo(LifetimeJson.of(new LifetimeReport(
                        ours.scopeHe(), ours.scopeEn(), ours.from(), theirs, ours.links())));
    }

    @Test
    void a_day_at_two_partners_is_one_day_of_the_coalition() throws IOException {
        List<CustomerDay> history = history("cdnow_sample");
        buy(shop, history);
        buy(other, history.subList(1000, 2000));
        RetentionReports reports = programme.bean(RetentionReports.class);

        RetentionBlock all = reports.block(ReportFilter.of(PartnerId.HUB)).orElseThrow();

        // Other tests have sold in the same coalition, so it is compared by its own way in Java.
        List<CustomerDay> everything = everything();
        assertThat(all)
                .isEqualTo(RetentionBlock.of(
                        RetentionFigures.of(everything.stream()),
                        CustomerHistory.of(everything.stream())));
        assertThat(all.figures().summary().customerDays()).isEqualTo(everything.size());
        assertThat(reports.block(ReportFilter.of(other))
                        .orElseThrow()
                        .figures()
                        .summary()
                        .customerDays())
                .isEqualTo(1000);
    }

    @Test
    void a_partner_without_sales_has_no_figures() {
        assertThat(programme.bean(RetentionReports.class).block(ReportFilter.of(shop)))
                .isEmpty();
        assertThat(programme.call(
                        () -> programme.bean(RetentionReports.class).read(ReportFilter.of(shop))))
                .isEmpty();
    }

    /** All sales, summed up by hand. */
    private List<CustomerDay> everything() {
        Map<String, Map<LocalDate, Long>> sums = new TreeMap<>();
        programme
                .call(() -> programme
                        .bean(Sql.class)
                        .all(
                                "select member_id, business_date, total from purchase"
                                        + " where kind = 'SALE' and member_id is not null",
                                r -> new CustomerDay(
                                        r.getString(1),
                                        r.getObject(2, LocalDate.class),
                                        r.getLong(3))))
                .forEach(d -> sums.computeIfAbsent(d.customerId(), unused -> new TreeMap<>())
                        .merge(d.date(), d.amountMinor(), Long::sum));
        return sums.entrySet().stream()
                .flatMap(c -> c.getValue().entrySet().stream()
                        .map(d -> new CustomerDay(c.getKey(), d.getKey(), d.getValue())))
                .toList();
    }

    /** A published history with members' numbers for customers, in the order of reports. */
    private static List<CustomerDay> history(String set) throws IOException {
        Path file = REFERENCE.resolve(set).resolve("daily.csv.gz");
        try (BufferedReader text = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return text.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(row -> new CustomerDay(
                            Long.toString(FIRST_MEMBER + Long.parseLong(row[0])),
                            LocalDate.parse(row[1]),
                            new BigDecimal(row[2])
                                    .setScale(2, RoundingMode.HALF_EVEN)
                                    .unscaledValue()
                                    .longValueExact()))
                    .sorted(Comparator.comparing(CustomerDay::customerId)
                            .thenComparing(CustomerDay::date))
                    .collect(Collectors.toList());
        }
    }

    /** Receipts as the tills would have sent them, without points or journals. */
    private void buy(PartnerId at, List<CustomerDay> history) {
        Columns<CustomerDay> columns = new Columns<>(history);
        int receipts = programme.call(() -> programme
                .bean(Sql.class)
                .run(
                        """
                        insert into purchase (id, business_date, partner_id, kind, status, outlet,
                            till, number, member_id, happened_at, recorded_at, currency, total,
                            paid_with_points, fingerprint, points, pending_points, balance_after,
                            reason, channel)
                        select nextval('purchase_id'), day::date, ?, 'SALE', 'RETURNED', '01', '1',
                            row_number() over (), member::bigint, now(), now(), 'ILS', total, 0, '',
                            0, 0, 0, '', 'FILE'
                        from unnest(?::text[], ?::text[], ?::bigint[]) q (member, day, total)""",
                        at.value(),
                        columns.texts(CustomerDay::customerId),
                        columns.texts(CustomerDay::date),
                        columns.longs(CustomerDay::amountMinor)));
        assertThat(receipts).isEqualTo(history.size());
    }
}
