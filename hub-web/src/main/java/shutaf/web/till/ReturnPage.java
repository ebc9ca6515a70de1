package shutaf.web.till;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.SoldReceipt;
import shutaf.crm.TillDesk;
import shutaf.platform.HubClock;
import shutaf.purchase.Channel;
import shutaf.returns.GoodsReturn;
import shutaf.returns.ReturnOutcome;
import shutaf.shared.Money;
import shutaf.web.errors.Missing;
import shutaf.web.security.CurrentUser;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes goods back in three steps: the receipt, what comes back with what that costs the member,
 * and the confirmation. Nothing is booked before the last.
 */
@Named("returnPage")
@ViewScoped
public class ReturnPage implements Serializable {
    private static final int QUANTITY_DIGITS = 6;

    @Inject
    private transient TillDesk desk;

    @Inject
    private transient TillDoors doors;

    @Inject
    private CurrentUser user;

    @Inject
    private TillShift shift;

    @Inject
    private HubClock clock;

    private String number = "";
    private String chosen = "";
    private String entry = "";
    private HashMap<String, Boolean> back = new HashMap<>();
    private HashMap<String, String> amounts = new HashMap<>();
    private transient List<SoldReceipt> found;
    private transient ReturnOutcome.Returned preview;
    private String refusal = "";

    /** Checks that somebody of a partner is here and that the shift has a till. */
    public void open() {
        if (user.partner().isEmpty()) {
            Missing.page();
        }
        entry = Entry.fresh(clock.now()).toString();
    }

    /** Finds the sale; when several have that number the clerk chooses. */
    public void find() {
        refusal = "";
        preview = null;
        chosen = "";
        back = new HashMap<>();
        amounts = new HashMap<>();
        if (getFound().isEmpty()) {
            refusal = "till.return.none";
        } else if (getFound().size() == 1) {
            choose(getFound().getFirst().receipt().toString());
        }
    }

    /** Takes one of the sales that were found. */
    public void choose(String receipt) {
        chosen = receipt;
        Optional.ofNullable(getSale())
                .ifPresent(sale -> sale.lines().forEach(l -> {
                    back.put(Integer.toString(l.line()), l.leftAmount().minor() > 0);
                    amounts.put(Integer.toString(l.line()), l.leftAmount().decimal());
                }));
    }

    /** Says what would happen. */
    public void showPreview() {
        refusal = "";
        preview = null;
        Optional<GoodsReturn> asked = asked();
        if (asked.isEmpty()) {
            refusal = "refused.VALIDATION";
            return;
        }
        switch (doors.preview(asked.get())) {
            case ReturnOutcome.Returned returned -> preview = returned;
            case ReturnOutcome.Waiting waiting -> refusal = "refused.NOT_REVERSIBLE";
            case ReturnOutcome.Refused refused ->
                refusal = "refused." + refused.refusal().reason().name();
        }
    }

    /** Does what the preview said. */
    public String confirm() {
        Optional<GoodsReturn> asked = asked();
        if (asked.isEmpty()) {
            refusal = "refused.VALIDATION";
            return null;
        }
        shift.keep(doors.takeBack(asked.get(), entryOfForm()));
        return "/till/counter?faces-redirect=true";
    }

    private Optional<GoodsReturn> asked() {
        SoldReceipt sale = getSale();
        List<GoodsReturn.Line> lines = new ArrayList<>();
        long total = 0;
        for (SoldReceipt.Line line : sale == null ? List.<SoldReceipt.Line>of() : sale.lines()) {
            String place = Integer.toString(line.line());
            if (Boolean.TRUE.equals(back.get(place))) {
                Optional<Long> amount = amount(amounts.get(place), line.leftAmount());
                if (amount.isEmpty()) {
                    return Optional.empty();
                }
                lines.add(new GoodsReturn.Line(
                        lines.size() + 1,
                        line.line(),
                        line.sku(),
                        quantity(line, amount.get()),
                        amount.get()));
                total = Math.addExact(total, amount.get());
            }
        }
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new GoodsReturn(
                        user.partner().orElseThrow().id(),
                        doors.key(entryOfForm(), ""),
                        entryOfForm().at(),
                        Optional.of(sale.receipt()),
                        Optional.empty(),
                        lines,
                        new Money(total, sale.total().currency()),
                        Channel.TILL));
    }

    /** The part of the line's quantity that the amount stands for. */
    private static BigDecimal quantity(SoldReceipt.Line line, long amount) {
        return amount == line.leftAmount().minor()
                ? line.leftQuantity()
                : line.leftQuantity()
                        .multiply(BigDecimal.valueOf(amount))
                        .divide(
                                BigDecimal.valueOf(line.leftAmount().minor()),
                                QUANTITY_DIGITS,
                                RoundingMode.DOWN);
    }

    private static Optional<Long> amount(String typed, Money most) {
        try {
            long minor = Money.parse(typed == null ? "" : typed.replace(",", "."), most.currency())
                    .minor();
            return Optional.of(minor).filter(m -> m > 0 && m <= most.minor());
        } catch (IllegalArgumentException e) {
            // Not an amount: the page says so and keeps what was typed.
            return Optional.empty();
        }
    }

    private Entry entryOfForm() {
        return Entry.parse(entry).orElseGet(() -> Entry.fresh(clock.now()));
    }

    /** Sales of that number at this partner. */
    public List<SoldReceipt> getFound() {
        if (found == null) {
            found = number.isBlank()
                    ? List.of()
                    : desk.sales(user.partner().orElseThrow().id(), number.strip());
        }
        return found;
    }

    /** The sale that goods come back from; null while none is chosen. */
    public SoldReceipt getSale() {
        return getFound().stream()
                .filter(s -> s.receipt().toString().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    /** What the return would take back; null before the preview. */
    public ReturnOutcome.Returned getPreview() {
        return preview;
    }

    /** Message key of what is in the way; empty when nothing is. */
    public String getRefusal() {
        return refusal;
    }

    /** Which lines come back, by line number. */
    public Map<String, Boolean> getBack() {
        return back;
    }

    /** What is given back for each line, by line number. */
    public Map<String, String> getAmounts() {
        return amounts;
    }

    /** The receipt's number, as typed. */
    public String getNumber() {
        return number;
    }

    /** Called by Faces. */
    public void setNumber(String typed) {
        number = typed == null ? "" : typed;
        found = null;
    }

    /** Names the deed. */
    public String getEntry() {
        return entry;
    }

    /** Called by Faces with what the form carried. */
    public void setEntry(String sent) {
        entry = sent == null ? "" : sent;
    }
}
