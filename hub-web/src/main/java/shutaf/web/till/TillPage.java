package shutaf.web.till;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.TillCustomer;
import shutaf.crm.TillDesk;
import shutaf.platform.HubClock;
import shutaf.shared.Money;
import shutaf.web.errors.Missing;
import shutaf.web.security.CurrentUser;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The till page. Who the customer is stays on the server with this page; the form carries only what
 * was typed and the entry that makes a deed happen once.
 */
@Named("tillPage")
@ViewScoped
public class TillPage implements Serializable {
    private static final String CURRENCY = "ILS";
    private static final String AGAIN = "/till/counter?faces-redirect=true";
    private static final long[] STEPS = {100, 200, 500, 1000, 2000};

    @Inject
    private transient TillDesk desk;

    @Inject
    private transient TillDoors doors;

    @Inject
    private transient PartnerDirectory partners;

    @Inject
    private CurrentUser user;

    @Inject
    private TillShift shift;

    @Inject
    private HubClock clock;

    private String scan = "";
    private String known = "";
    private String entry = "";
    private String amount = "";
    private String number = "";
    private String wished = "";
    private transient TillCustomer customer;
    private Deed news;

    /**
     * Points as a button.
     *
     * @param points how many
     * @param value what they buy
     */
    public record Step(long points, Money value) {}

    /**
     * Opens the till of the signed-in person's partner; whoever works for no partner of ours finds
     * nothing.
     */
    public void open() {
        if (user.partner().isEmpty()) {
            Missing.page();
            return;
        }
        news = shift.takeNews().orElse(null);
        entry = Entry.fresh(clock.now()).toString();
        List<PartnerDirectory.Outlet> outlets = getOutlets();
        if (outlets.stream().noneMatch(o -> o.code().equals(shift.getOutlet()))) {
            shift.setOutlet(outlets.isEmpty() ? "" : outlets.getFirst().code());
        }
    }

    /** Finds the customer; stays on the page. */
    public void lookup() {
        known = scan;
        entry = Entry.fresh(clock.now()).toString();
        if (getCustomer() == null) {
            known = "";
            news = Refusals.deed(clock.now(), "EARN", "UNKNOWN_MEMBER");
        }
        scan = "";
    }

    /** Books a purchase of the typed amount. */
    public String earn() {
        Optional<Money> paid = money(amount);
        if (getCustomer() == null || paid.isEmpty()) {
            return refuse("VALIDATION");
        }
        return done(doors.earn(partner(), getCustomer(), paid.get(), entryOfForm(), number));
    }

    /** Spends so many points. */
    public String redeem(long points) {
        return getCustomer() == null
                ? refuse("UNKNOWN_MEMBER")
                : done(doors.redeem(partner(), getCustomer(), points, entryOfForm()));
    }

    /** Spends the points that the typed sum of money needs; never more than that sum is worth. */
    public String redeemMoney() {
        Optional<Money> sum = money(wished);
        return sum.isEmpty() || getCustomer() == null
                ? refuse("VALIDATION")
                : redeem(Math.floorDiv(
                        Math.multiplyExact(sum.get().minor(), 100L),
                        getCustomer().valuePer100Points()));
    }

    /** Spends the typed number of points. */
    public String redeemPoints() {
        return wished != null && wished.strip().matches("[1-9]\\d{0,8}")
                ? redeem(Long.parseLong(wished.strip()))
                : refuse("VALIDATION");
    }

    /** Forgets the customer. */
    public String next() {
        return AGAIN;
    }

    /** Keeps outlet and till of this shift. */
    public String move() {
        return AGAIN;
    }

    /** A refusal keeps the customer, so that another amount can be tried; figures are read anew. */
    private String done(Deed deed) {
        shift.keep(deed);
        if (deed.good()) {
            return AGAIN;
        }
        news = shift.takeNews().orElse(null);
        customer = null;
        entry = Entry.fresh(clock.now()).toString();
        return null;
    }

    private String refuse(String code) {
        news = Refusals.deed(clock.now(), "EARN", code);
        return null;
    }

    private Entry entryOfForm() {
        return Entry.parse(entry).orElseGet(() -> Entry.fresh(clock.now()));
    }

    private BusinessCard partner() {
        return user.partner().orElseThrow();
    }

    private static Optional<Money> money(String typed) {
        String plain = typed == null ? "" : typed.strip().replace(",", ".");
        try {
            return Optional.of(Money.parse(plain, CURRENCY)).filter(m -> m.minor() > 0);
        } catch (IllegalArgumentException e) {
            // Not an amount: the page says so and keeps what was typed.
            return Optional.empty();
        }
    }

    /** The customer at the till with figures of now; null while there is none. */
    public TillCustomer getCustomer() {
        if (customer == null && !known.isEmpty()) {
            customer = desk.lookup(partner().id(), known).orElse(null);
            if (customer != null) {
                known = customer.ref().value();
            }
        }
        return customer;
    }

    /** Points that can be spent by one press: round sums first, then everything. */
    public List<Step> getSteps() {
        List<Step> steps = new ArrayList<>();
        long balance = getCustomer().balance();
        for (long points : STEPS) {
            if (points < balance) {
                steps.add(step(points));
            }
        }
        if (balance > 0) {
            steps.add(step(balance));
        }
        return steps;
    }

    private Step step(long points) {
        long value =
                Math.floorDiv(Math.multiplyExact(points, getCustomer().valuePer100Points()), 100L);
        return new Step(points, new Money(value, CURRENCY));
    }

    /** What just happened, to be shown large; null when nothing did. */
    public Deed getNews() {
        return news;
    }

    /** The partner whose till this is. */
    public BusinessCard getPartner() {
        return partner();
    }

    /** The partner's outlets, to choose from. */
    public List<PartnerDirectory.Outlet> getOutlets() {
        return partners.outlets(partner().id());
    }

    /** What is typed into the one field. */
    public String getScan() {
        return scan;
    }

    /** Called by Faces. */
    public void setScan(String typed) {
        scan = typed == null ? "" : typed;
    }

    /** Names the next deed. */
    public String getEntry() {
        return entry;
    }

    /** Called by Faces with what the form carried. */
    public void setEntry(String sent) {
        entry = sent == null ? "" : sent;
    }

    /** The amount of the purchase, as typed. */
    public String getAmount() {
        return amount;
    }

    /** Called by Faces. */
    public void setAmount(String typed) {
        amount = typed;
    }

    /** The printed receipt's number, if the shop prints one. */
    public String getNumber() {
        return number;
    }

    /** Called by Faces. */
    public void setNumber(String typed) {
        number = typed;
    }

    /** Points or money to spend, as typed. */
    public String getWished() {
        return wished;
    }

    /** Called by Faces. */
    public void setWished(String typed) {
        wished = typed;
    }
}
