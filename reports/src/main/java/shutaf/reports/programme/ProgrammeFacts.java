package shutaf.reports.programme;

import shutaf.economics.BasketAffinity;
import shutaf.economics.BurnedPoints;
import shutaf.economics.MoneyPosition;
import shutaf.economics.MonthlySales;
import shutaf.economics.Newcomers;
import shutaf.economics.PartnerFlows;
import shutaf.economics.PointsMovement;
import shutaf.economics.PointsMovements;
import shutaf.economics.ReportDays;
import shutaf.economics.Whom;
import shutaf.purchase.ReportFilter;
import shutaf.shared.PartnerId;

import java.util.List;

/**
 * What was read for the report, before anything is worked out.
 *
 * @param filter to what it is narrowed: partner or coalition, and which members
 * @param days first and last business day
 * @param sales sales by partner and month
 * @param movements all movements of points until the last day
 * @param proof the same points counted another way
 * @param flows what went between partners
 * @param values customers' value by partner, the coalition last where it is asked for, each whole
 *     and then by segment
 * @param pairs what goes together
 */
public record ProgrammeFacts(
        ReportFilter filter,
        ReportDays days,
        List<MonthlySales> sales,
        List<PointsMovement> movements,
        PointsMovements.Proof proof,
        Flows flows,
        List<MarginValue> values,
        Pairs pairs) {

    /** Fewest receipts or members that a pair must have in common to be shown. */
    public static final int LEAST = 20;

    /** Keeps its own lists. */
    public ProgrammeFacts {
        sales = List.copyOf(sales);
        movements = List.copyOf(movements);
        values = List.copyOf(values);
    }

    /** The partner, or {@link PartnerId#HUB} for the coalition. */
    public PartnerId scope() {
        return filter.scope();
    }

    /** Whether it is of some members only, so that receipts without a member are left out. */
    public boolean ofSome() {
        return new Whom(filter).some();
    }

    /**
     * What went between partners, always of the whole coalition.
     *
     * @param burned points by issuer and acceptor
     * @param foreign sales on receipts paid with others' points
     * @param newcomers who knew another partner first
     * @param positions money between the programme and each partner
     * @param prices what acceptors are paid
     */
    public record Flows(
            List<BurnedPoints> burned,
            List<PartnerFlows.ForeignSales> foreign,
            List<Newcomers> newcomers,
            List<MoneyPosition> positions,
            List<PartnerFlows.Reimbursement> prices) {

        /** Keeps its own lists. */
        public Flows {
            burned = List.copyOf(burned);
            foreign = List.copyOf(foreign);
            newcomers = List.copyOf(newcomers);
            positions = List.copyOf(positions);
            prices = List.copyOf(prices);
        }
    }

    /**
     * What goes together.
     *
     * @param categories on one receipt
     * @param partners with one member
     */
    public record Pairs(List<BasketAffinity.Pair> categories, List<BasketAffinity.Pair> partners) {

        /** Keeps its own lists. */
        public Pairs {
            categories = List.copyOf(categories);
            partners = List.copyOf(partners);
        }
    }
}
