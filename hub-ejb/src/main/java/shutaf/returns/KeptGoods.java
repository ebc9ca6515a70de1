package shutaf.returns;

import shutaf.accrual.EarnRule;
import shutaf.accrual.PurchaseAccrual;
import shutaf.partner.Terms;
import shutaf.purchase.Purchase;
import shutaf.purchase.PurchaseLine;
import shutaf.purchase.RecordedPurchase;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a member keeps of a sale after a return. Pure.
 *
 * @param lines lines of the sale with what is left of each
 * @param originals line of the return -> line of the sale
 * @param refusal why the return cannot be, if it cannot
 */
record KeptGoods(
        List<PurchaseLine> lines, Map<Integer, Integer> originals, Optional<Refusal> refusal) {

    static KeptGoods after(List<PurchaseLine> leftBefore, GoodsReturn asked) {
        Map<Integer, PurchaseLine> left = new HashMap<>();
        leftBefore.forEach(line -> left.put(line.line(), line));
        Map<Integer, Integer> originals = new HashMap<>();
        for (int i = 0; i < asked.lines().size(); i++) {
            GoodsReturn.Line back = asked.lines().get(i);
            Optional<PurchaseLine> of = original(back, left);
            if (of.isEmpty()) {
                return refused("lines[" + i + "].originalLine", "the sale has no such line");
            }
            PurchaseLine line = of.get();
            boolean tooMany = back.quantity().compareTo(line.quantity()) > 0;
            if (tooMany || back.amount() < 0 || back.amount() > line.amount()) {
                return refused(
                        "lines[" + i + "]." + (tooMany ? "quantity" : "amount"),
                        "of line " + line.line() + " only " + line.amount() + " minor units and "
                                + line.quantity().stripTrailingZeros().toPlainString()
                                + " pieces are left");
            }
            left.put(
                    line.line(),
                    line.with(
                            line.quantity().subtract(back.quantity()),
                            line.amount() - back.amount()));
            originals.put(back.line(), line.line());
        }
        return new KeptGoods(new ArrayList<>(left.values()), originals, Optional.empty());
    }

    private static Optional<PurchaseLine> original(
            GoodsReturn.Line back, Map<Integer, PurchaseLine> left) {
        if (back.originalLine() > 0) {
            return Optional.ofNullable(left.get(back.originalLine()));
        }
        return left.values().stream()
                .filter(l -> l.sku().equals(back.sku()) && l.amount() >= back.amount())
                .findFirst();
    }

    private static KeptGoods refused(String field, String detail) {
        return new KeptGoods(
                List.of(),
                Map.of(),
                Optional.of(new Refusal(RefusalReason.RETURN_EXCEEDS_SALE, field, detail)));
    }

    /** Points that the kept goods would have earned, by the rules of the sale. */
    long worth(RecordedPurchase sale, Terms terms, List<EarnRule> rules) {
        Purchase p = sale.purchase();
        return PurchaseAccrual.earn(
                        new PurchaseAccrual.Basket(
                                lines, p.paidWithPoints(), p.total().currency(), p.happenedAt()),
                        terms,
                        rules)
                .total();
    }

    /** A returned line as it is recorded. */
    static PurchaseLine asLine(GoodsReturn.Line l) {
        return new PurchaseLine(
                l.line(), l.sku(), "", List.of(), l.quantity(), l.amount(), 0, BigDecimal.ZERO);
    }

    /** The request behind a recorded return that waited for its sale. */
    static GoodsReturn again(RecordedPurchase late, Map<Integer, Integer> originals) {
        Purchase p = late.purchase();
        List<GoodsReturn.Line> lines = p.lines().stream()
                .map(l -> new GoodsReturn.Line(
                        l.line(),
                        originals.getOrDefault(l.line(), 0),
                        l.sku(),
                        l.quantity(),
                        l.amount()))
                .toList();
        return new GoodsReturn(
                p.partner(),
                p.receipt(),
                p.happenedAt(),
                late.original(),
                Optional.empty(),
                lines,
                p.total(),
                p.channel());
    }
}
