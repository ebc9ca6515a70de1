package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import shutaf.member.MemberRef;
import shutaf.platform.Sql;
import shutaf.purchase.CustomerDay;
import shutaf.purchase.PurchaseHistory;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.RetentionHistory;
import shutaf.purchase.Tally;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The counts behind the retention report, worked out by hand for four members. */
class ReturningTogetherTest {
    private final Programme programme = new Programme();
    private final PartnerId cafe = programme.partner("CAFE");
    private Programme.Person noa;

    /** Noa comes back and redeems, Avi does not, Dana is new, Rina has not bought. */
    @BeforeEach
    void fourMembers() {
        programme.at("2025-12-30");
        noa = programme.member(cafe);
        Programme.Person avi = programme.member(cafe);
        programme.buys(noa, cafe, "100.00");
        programme.buys(avi, cafe, "3.00");
        programme.buys(avi, cafe, "7.00");
        programme.at("2026-02-04").buys(noa, cafe, "50.00");
        programme.at("2026-03-01").spends(noa, cafe, 20);
        programme.at("2026-06-30");
        programme.buys(programme.member(cafe), cafe, "10.00");
        programme.member(cafe);
        programme.send(programme.receipt(
                cafe,
                Optional.of(MemberRef.of("CARD", "2900000009998")),
                List.of(Programme.line(1, "40.00", "FOOD"))));
    }

    @Test
    void waits_are_counted_by_days_and_by_what_ended_them() {
        ReportFilter all = ReportFilter.of(cafe);

        assertThat(rows(all, "second")).containsExactly("0 0 x1", "36 1 x1", "182 0 x1");
        assertThat(rows(all, "churn")).containsExactly("0 0 x1", "0 1 x1", "36 0 x1");
        assertThat(rows(all, "redemption")).containsExactly("0 0 x2", "61 1 x1", "182 0 x1");
        assertThat(groups(all, "second.quarter")).containsOnly("2025-Q4", "2026-Q2");
        assertThat(groups(all, "second.tier")).containsOnly("BASE");
        assertThat(groups(all, "second.partner")).hasSize(3).allMatch(c -> c.startsWith("CAFE"));
    }

    @Test
    void sums_tell_who_took_part_and_what_they_paid() {
        ReportFilter all = ReportFilter.of(cafe);

        assertThat(sum(all, "members")).isEqualTo(4);
        assertThat(sum(all, "took-part")).isEqualTo(3);
        assertThat(sum(all, "engaged")).isEqualTo(3);
        assertThat(sum(all, "silences")).isEqualTo(2);
        assertThat(sum(all, "broken")).isZero();
        assertThat(sum(all, "spent")).isEqualTo(170_00);
        assertThat(sum(all, "spent-later")).isEqualTo(50_00);
        assertThat(sum(all, "spent-repeaters")).isEqualTo(150_00);
        assertThat(sum(all, "sales")).isEqualTo(210_00);
    }

    @Test
    void scores_rank_by_parts_and_with_ties_together() {
        ReportFilter all = ReportFilter.of(cafe);

        // Avi, then Noa, then Dana by recency; two with one day are both worst by frequency.
        assertThat(scores(all, "rfm.ties")).containsExactly("1 1 1", "2 4 4", "4 1 1");
        assertThat(scores(all, "rfm.parts")).containsExactly("1 1 1", "2 3 3", "3 2 2");
    }

    @Test
    void a_filter_counts_as_if_there_were_no_other_purchases() {
        ReportFilter spring = new ReportFilter(
                cafe,
                Optional.of(LocalDate.parse("2026-02-01")),
                Optional.of(LocalDate.parse("2026-03-31")),
                Optional.empty());

        assertThat(rows(spring, "second")).containsExactly("0 0 x1");
        assertThat(sum(spring, "members")).isEqualTo(2);
        assertThat(sum(spring, "took-part")).isEqualTo(1);
        assertThat(sum(spring, "sales")).isEqualTo(50_00);
        assertThat(days(spring)).containsExactly(noa.id().value() + " 2026-02-04 5000");
    }

    @Test
    void the_first_and_the_last_day_of_a_filter_belong_to_it() {
        LocalDate first = LocalDate.parse("2025-12-30");
        LocalDate second = LocalDate.parse("2026-02-04");

        assertThat(sum(between(first, second), "sales")).isEqualTo(160_00);
        assertThat(days(between(first, second))).hasSize(3);
        assertThat(sum(between(first.plusDays(1), second), "sales")).isEqualTo(50_00);
        assertThat(days(between(first.plusDays(1), second))).hasSize(1);
        assertThat(sum(between(first, second.minusDays(1)), "sales")).isEqualTo(110_00);
        assertThat(days(between(first, second.minusDays(1)))).hasSize(2);
    }

    private ReportFilter between(LocalDate from, LocalDate to) {
        return new ReportFilter(cafe, Optional.of(from), Optional.of(to), Optional.empty());
    }

    @Test
    void a_tier_counts_its_own_members_only() {
        programme.call(() -> programme
                .bean(Sql.class)
                .run("update member set tier = 'GOLD' where id = ?", noa.id().value()));
        ReportFilter gold =
                new ReportFilter(cafe, Optional.empty(), Optional.empty(), Optional.of("GOLD"));

        assertThat(rows(gold, "second")).containsExactly("36 1 x1");
        assertThat(sum(gold, "members")).isEqualTo(1);
        assertThat(sum(gold, "spent")).isEqualTo(150_00);
        assertThat(sum(gold, "sales")).isEqualTo(210_00);
        assertThat(days(gold)).hasSize(2);
    }

    @Test
    void a_period_without_purchases_has_nothing_but_zeros() {
        ReportFilter none = new ReportFilter(
                cafe,
                Optional.of(LocalDate.parse("2020-01-01")),
                Optional.of(LocalDate.parse("2020-01-31")),
                Optional.empty());

        assertThat(tallies(none)).allMatch(t -> t.figure().equals("sum") && t.count() == 0);
    }

    private List<Tally> tallies(ReportFilter filter) {
        return programme.call(
                () -> programme.bean(RetentionHistory.class).counts(filter).tallies());
    }

    private List<String> rows(ReportFilter filter, String figure) {
        return tallies(filter).stream()
                .filter(t -> t.figure().equals(figure))
                .sorted((one, other) ->
                        Long.compare(one.x() * 2 + one.y(), other.x() * 2 + other.y()))
                .map(t -> t.x() + " " + t.y() + " x" + t.count())
                .toList();
    }

    private List<String> scores(ReportFilter filter, String figure) {
        return tallies(filter).stream()
                .filter(t -> t.figure().equals(figure))
                .map(t -> t.x() + " " + t.y() + " " + t.z())
                .sorted()
                .toList();
    }

    private List<String> groups(ReportFilter filter, String figure) {
        return tallies(filter).stream()
                .filter(t -> t.figure().equals(figure))
                .map(Tally::group)
                .toList();
    }

    private long sum(ReportFilter filter, String name) {
        return tallies(filter).stream()
                .filter(t -> t.figure().equals("sum") && t.group().equals(name))
                .mapToLong(Tally::count)
                .sum();
    }

    private List<String> days(ReportFilter filter) {
        return programme.call(() -> {
            List<CustomerDay> days = new ArrayList<>();
            programme.bean(PurchaseHistory.class).customerDays(filter, days::add);
            return days.stream()
                    .map(d -> d.customerId() + " " + d.date() + " " + d.amountMinor())
                    .toList();
        });
    }
}
