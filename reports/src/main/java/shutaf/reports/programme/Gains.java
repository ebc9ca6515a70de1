package shutaf.reports.programme;

import shutaf.economics.BurnedPoints;
import shutaf.economics.MoneyPosition;
import shutaf.economics.Newcomers;
import shutaf.economics.PartnerFlows.ForeignSales;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What the coalition brought a partner, described and not proven: some of these customers would
 * have come anyway.
 *
 * @param partner which
 * @param newcomers its buyers, and who of them knew another partner first
 * @param foreignPoints points of other partners that were spent there
 * @param foreignMoney what it received for them
 * @param foreignSales sales on receipts paid with them
 * @param money what moved between the programme and it
 */
public record Gains(
        PartnerId partner,
        Newcomers newcomers,
        long foreignPoints,
        long foreignMoney,
        long foreignSales,
        MoneyPosition money) {

    /** Every partner that sold, gave or took points. */
    static List<Gains> of(ProgrammeFacts.Flows flows) {
        TreeSet<Integer> partners = new TreeSet<>();
        flows.newcomers().forEach(n -> partners.add(n.partner().value()));
        flows.positions().forEach(p -> partners.add(p.partner().value()));
        List<Gains> gains = new ArrayList<>();
        for (int number : partners) {
            gains.add(of(new PartnerId(number), flows));
        }
        return gains;
    }

    private static Gains of(PartnerId partner, ProgrammeFacts.Flows flows) {
        List<BurnedPoints> foreign = flows.burned().stream()
                .filter(b -> b.acceptor().equals(partner) && !b.issuer().equals(partner))
                .toList();
        return new Gains(
                partner,
                flows.newcomers().stream()
                        .filter(n -> n.partner().equals(partner))
                        .findFirst()
                        .orElse(new Newcomers(partner, 0, 0, 0, 0)),
                foreign.stream().mapToLong(BurnedPoints::points).sum(),
                foreign.stream().mapToLong(BurnedPoints::money).sum(),
                flows.foreign().stream()
                        .filter(f -> f.acceptor().equals(partner))
                        .mapToLong(ForeignSales::sales)
                        .sum(),
                flows.positions().stream()
                        .filter(p -> p.partner().equals(partner))
                        .findFirst()
                        .orElse(new MoneyPosition(partner, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
    }
}
