package shutaf.connectors.api.contract;

import shutaf.connectors.api.json.Decimal;
import shutaf.member.MemberRef;
import shutaf.purchase.Channel;
import shutaf.purchase.Purchase;
import shutaf.purchase.PurchaseLine;
import shutaf.purchase.ReceiptKey;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a sent receipt into the core's purchase. Says nothing about rules: the core checks those.
 */
public final class PurchaseReading {
    private static final String POINTS = "POINTS";
    private static final Decimal NOTHING = new Decimal("0");

    private PurchaseReading() {}

    /**
     * Reads one receipt.
     *
     * @param partner who sold, by the door's own knowledge
     * @param channel the door
     */
    public static Reading<Purchase> read(SentPurchase sent, PartnerId partner, Channel channel) {
        if (sent == null) {
            Findings nothing = new Findings();
            nothing.add("purchase", "is null");
            return nothing.reading(() -> null);
        }
        Findings found = new Findings();
        ReceiptKey receipt = found.receipt("receipt", sent.receipt());
        Instant happenedAt = found.time("happenedAt", sent.happenedAt());
        Optional<MemberRef> member = found.member("member", sent.member());
        String currency = found.currency("currency", sent.currency());
        List<PurchaseLine> lines = lines(sent.lines(), currency, found);
        Money total = found.money("total", sent.total(), currency);
        long withPoints = paidWithPoints(sent.tenders(), currency, found);
        if (sent.total() != null && withPoints > Math.max(0, total.minor())) {
            found.add("tenders", "more was paid with points than the total says");
        }
        return found.reading(() -> new Purchase(
                partner, receipt, happenedAt, member, lines, total, withPoints, channel));
    }

    private static List<PurchaseLine> lines(List<SentLine> sent, String currency, Findings found) {
        if (sent == null) {
            found.add("lines", "is missing");
            return List.of();
        }
        List<SentLine> all = found.list("lines", sent);
        List<PurchaseLine> lines = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            lines.add(line(all.get(i), "lines[" + i + "].", currency, found));
        }
        return lines;
    }

    private static PurchaseLine line(SentLine l, String at, String currency, Findings found) {
        Decimal discount = l.discount() == null ? NOTHING : l.discount();
        return new PurchaseLine(
                found.lineNumber(at + "line", l.line()),
                orEmpty(l.sku()),
                printable(orEmpty(l.description())),
                found.list(at + "categories", l.categories()),
                found.number(at + "quantity", l.quantity(), BigDecimal.ONE),
                found.money(at + "amount", l.amount(), currency).minor(),
                found.money(at + "discount", discount, currency).minor(),
                found.number(at + "vatRate", l.vatRate(), BigDecimal.ZERO));
    }

    private static long paidWithPoints(List<SentTender> sent, String currency, Findings found) {
        long sum = 0;
        List<SentTender> tenders = found.list("tenders", sent);
        for (int i = 0; i < tenders.size(); i++) {
            String at = "tenders[" + i + "].";
            SentTender tender = tenders.get(i);
            String type = found.text(at + "type", tender.type(), 32);
            long amount = found.money(at + "amount", tender.amount(), currency).minor();
            if (POINTS.equals(type)) {
                if (amount < 0) {
                    found.add(at + "amount", "points that were paid cannot be negative");
                }
                sum += amount;
            }
        }
        return sum;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** Tills print descriptions with tabs and escape characters; nobody else needs those. */
    private static String printable(String description) {
        return description.chars().noneMatch(Character::isISOControl)
                ? description
                : description.replaceAll("\\p{Cc}", " ").strip();
    }
}
