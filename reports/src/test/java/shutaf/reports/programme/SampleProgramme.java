package shutaf.reports.programme;

import shutaf.economics.BasketAffinity.Pair;
import shutaf.economics.BurnedPoints;
import shutaf.economics.CustomerValue;
import shutaf.economics.MoneyPosition;
import shutaf.economics.MonthlySales;
import shutaf.economics.Newcomers;
import shutaf.economics.PartnerFlows.ForeignSales;
import shutaf.economics.PartnerFlows.Reimbursement;
import shutaf.economics.PointsMovement;
import shutaf.economics.PointsMovement.Flow;
import shutaf.economics.PointsMovements;
import shutaf.economics.ReportDays;
import shutaf.ledger.Funding;
import shutaf.partner.PartnerNames;
import shutaf.purchase.ReportFilter;
import shutaf.purchase.Segment;
import shutaf.reports.asked.MembersLinks;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small coalition with round figures, for tests of what is worked out and written. */
final class SampleProgramme {
    static final PartnerId MARKET = new PartnerId(1);
    static final PartnerId CAFE = new PartnerId(2);
    static final YearMonth JANUARY = YearMonth.of(2026, 1);
    static final int LIFE = 24;
    private static final PartnerNames WHOLE =
            new PartnerNames("", "כל הקואליציה", "The whole coalition");

    private SampleProgramme() {}

    static PointsMovement moved(YearMonth month, YearMonth born, Flow flow, long points) {
        return new PointsMovement(
                month,
                MARKET,
                Funding.BASE,
                false,
                born,
                Optional.of(born.plusMonths(LIFE).atEndOfMonth()),
                flow,
                points);
    }

    /** Four months of 1,000 points each; a tenth of what is open is spent in each month of age. */
    static List<PointsMovement> movements() {
        List<PointsMovement> moved = new ArrayList<>();
        for (int cohort = 0; cohort < 4; cohort++) {
            YearMonth born = JANUARY.plusMonths(cohort);
            moved.add(moved(born, born, Flow.ISSUED, 1_000));
            long open = 1_000;
            for (int age = 0; cohort + age < 4; age++) {
                moved.add(moved(born.plusMonths(age), born, Flow.SPENT, -open / 10));
                open -= open / 10;
            }
        }
        return moved;
    }

    static ProgrammeFacts facts(List<PointsMovement> movements, long counted) {
        return facts(ReportFilter.of(PartnerId.HUB), movements, counted);
    }

    static ProgrammeFacts facts(ReportFilter filter, List<PointsMovement> movements, long counted) {
        LocalDate last = LocalDate.of(2026, 4, 30);
        return new ProgrammeFacts(
                filter,
                new ReportDays(LocalDate.of(2026, 1, 1), last),
                List.of(
                        sales(MARKET, JANUARY, 100_000_00, 80_000_00),
                        sales(CAFE, JANUARY.plusMonths(2), 20_000_00, 5_000_00)),
                movements,
                new PointsMovements.Proof(Optional.of(counted), counted, 0),
                new ProgrammeFacts.Flows(
                        List.of(
                                new BurnedPoints(MARKET, CAFE, 900, 45_00, 9, 7),
                                new BurnedPoints(CAFE, CAFE, 100, 5_00, 1, 1)),
                        List.of(new ForeignSales(CAFE, 3, 120_00)),
                        List.of(
                                new Newcomers(CAFE, 40, 30, 5_000_00, 4_000_00),
                                new Newcomers(MARKET, 90, 0, 80_000_00, 0)),
                        List.of(
                                new MoneyPosition(MARKET, 4_000, -240_00, 0, 0, 0, 0, 0, 0, 0),
                                new MoneyPosition(
                                        CAFE, 200, -12_00, 0, 0, 1_000, 50_00, -100, -5_00, 0)),
                        List.of(
                                new Reimbursement(MARKET, 500, 0),
                                new Reimbursement(CAFE, 550, 900))),
                List.of(
                        value(MARKET, Optional.empty(), 90, 1_000_25),
                        value(MARKET, Optional.of(Segment.LOYAL), 90, 1_000_25),
                        value(CAFE, Optional.empty(), 40, 0),
                        value(PartnerId.HUB, Optional.empty(), 100, 1_100_00),
                        value(PartnerId.HUB, Optional.of(Segment.LOYAL), 60, 1_090_00),
                        value(PartnerId.HUB, Optional.of(Segment.ONE_TIME), 40, 10_00)),
                new ProgrammeFacts.Pairs(
                        List.of(new Pair("=BREAD", "MILK", 40, 80, 50, 200)),
                        List.of(new Pair("CAFE", "MARKET", 30, 40, 90, 100))));
    }

    private static MonthlySales sales(PartnerId partner, YearMonth month, long all, long members) {
        return new MonthlySales(
                partner, month, 200, 150, all, members, members / 2, members / 2, members, 0, 7_00);
    }

    /** Worth a quarter in margin; without any sales there is no model and no value. */
    private static MarginValue value(
            PartnerId partner, Optional<Segment> segment, long customers, long sales) {
        boolean valued = sales > 0;
        return new MarginValue(
                new CustomerValue(
                        partner,
                        segment,
                        LocalDate.of(2026, 4, 29),
                        valued ? "bgnbd" : "",
                        customers,
                        valued ? customers : 0,
                        sales,
                        sales / 4),
                valued ? 2_500 : 10_000,
                valued,
                valued ? 0.05 : Double.NaN);
    }

    static ProgrammeReport report() {
        List<PointsMovement> movements = movements();
        long open = movements.stream().mapToLong(PointsMovement::points).sum();
        return report(facts(movements, open));
    }

    static ProgrammeReport report(ProgrammeFacts facts) {
        return new ProgrammeReport(
                ProgrammeFigures.of(facts),
                WHOLE,
                Map.of(
                        PartnerId.HUB,
                        WHOLE,
                        MARKET,
                        new PartnerNames("MARKET", "השוק", "Market"),
                        CAFE,
                        new PartnerNames("CAFE", "בית הקפה", "Café")),
                new MembersLinks(
                                Optional.of("https://hub.example"),
                                facts.scope().equals(CAFE) ? "CAFE" : "",
                                facts.filter())
                        .within(facts.days().from(), facts.days().to()));
    }
}
