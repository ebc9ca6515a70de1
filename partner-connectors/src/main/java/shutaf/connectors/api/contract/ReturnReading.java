package shutaf.connectors.api.contract;

import shutaf.member.MemberRef;
import shutaf.purchase.Channel;
import shutaf.purchase.ReceiptKey;
import shutaf.returns.GoodsReturn;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a sent return into the core's. */
public final class ReturnReading {
    private static final String USUAL_CURRENCY = "ILS";

    private ReturnReading() {}

    /**
     * Reads one return.
     *
     * @param partner who takes the goods back, by the door's own knowledge
     */
    public static Reading<GoodsReturn> read(SentReturn sent, PartnerId partner) {
        Findings found = new Findings();
        ReceiptKey receipt = found.receipt("receipt", sent.receipt());
        Instant happenedAt = found.time("happenedAt", sent.happenedAt());
        Optional<ReceiptKey> original =
                Optional.ofNullable(sent.original()).map(o -> found.receipt("original", o));
        Optional<MemberRef> member = found.member("member", sent.member());
        String currency = found.currency(
                "currency", sent.currency() == null ? USUAL_CURRENCY : sent.currency());
        List<GoodsReturn.Line> lines = lines(sent.lines(), currency, found);
        Money total = found.money("total", sent.total(), currency);
        return found.reading(() -> new GoodsReturn(
                partner, receipt, happenedAt, original, member, lines, total, Channel.API));
    }

    private static List<GoodsReturn.Line> lines(
            List<SentReturnLine> sent, String currency, Findings found) {
        if (sent == null) {
            found.add("lines", "is missing");
            return List.of();
        }
        List<SentReturnLine> all = found.list("lines", sent);
        List<GoodsReturn.Line> lines = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            String at = "lines[" + i + "].";
            SentReturnLine l = all.get(i);
            lines.add(new GoodsReturn.Line(
                    found.lineNumber(at + "line", l.line()),
                    l.originalLine() == null ? 0 : l.originalLine(),
                    l.sku() == null ? "" : l.sku(),
                    found.number(at + "quantity", l.quantity(), BigDecimal.ONE),
                    found.money(at + "amount", l.amount(), currency).minor()));
        }
        return lines;
    }
}
