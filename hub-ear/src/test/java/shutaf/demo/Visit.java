package shutaf.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An invented purchase that has no receipt number yet: numbers follow the order of time. */
record Visit(
        String outlet,
        String till,
        LocalDateTime at,
        String scheme,
        String identifier,
        List<DemoReceipt.Line> lines) {

    /** Invented histories end where the supermarket's real one does. */
    static final LocalDate LAST_DAY = LocalDate.of(2017, 12, 31);

    static List<DemoReceipt> receipts(List<Visit> visits) {
        List<Visit> inOrder = new ArrayList<>(visits);
        inOrder.sort(Comparator.comparing(Visit::at).thenComparing(Visit::identifier));
        List<DemoReceipt> receipts = new ArrayList<>(inOrder.size());
        for (Visit visit : inOrder) {
            receipts.add(visit.receipt(CardNumber.padded(receipts.size() + 1L, 6)));
        }
        return receipts;
    }

    private DemoReceipt receipt(String number) {
        DemoReceipt.Key key = new DemoReceipt.Key(outlet, till, at.toLocalDate(), number);
        return DemoReceipt.sale(key, at, scheme, identifier, lines).invented();
    }
}
