package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

import shutaf.crm.BusinessCard;
import shutaf.crm.PartnerDirectory;
import shutaf.partner.Agreements;
import shutaf.partner.Terms;
import shutaf.platform.HubClock;
import shutaf.shared.Money;
import shutaf.web.security.CurrentUser;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rates change by four eyes: one of the operator's people proposes, another approves. Here is only
 * the form; who may approve what is decided, and refused, by the hub and its database.
 */
@Named("rates")
@RequestScoped
public class RatesPage {
    private static final String CURRENCY = "ILS";
    private static final long USUAL_DEBT_CAP = 10_000;

    @Inject
    private Agreements agreements;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private CurrentUser user;

    @Inject
    private HubClock clock;

    @Inject
    private HttpServletRequest request;

    private LocalDate from;
    private int pointsPerUnit = 1;
    private String price = "";
    private String refund = "";
    private int pendingDays;
    private int months = 24;
    private String excluded = "GIFT_CARD";

    /** Starts the form from what is agreed now, so that a proposal changes only what is meant. */
    public void start(BusinessCard card) {
        if (card != null) {
            inForce(card).ifPresent(t -> {
                pointsPerUnit = t.pointsPerUnit();
                price = new Money(t.pricePer100Points(), CURRENCY).decimal();
                refund = new Money(t.refundPer100Points(), CURRENCY).decimal();
                pendingDays = t.pendingDays();
                months = t.expiryMonths();
                excluded = String.join(", ", t.excludedCategories());
            });
        }
    }

    private Optional<Terms> inForce(BusinessCard card) {
        return agreements.approved(card.id()).stream().findFirst();
    }

    /** Proposes the typed rates; how far a return may reach stays as it is agreed. */
    public String propose() {
        Optional<BusinessCard> card = partner();
        Optional<Long> priceMinor = minor(price);
        Optional<Long> refundMinor = minor(refund);
        if (!user.isActing() || card.isEmpty()) {
            return back("NOT_OPEN");
        }
        if (priceMinor.isEmpty() || refundMinor.isEmpty() || from.isBefore(clock.today())) {
            return back("INVALID");
        }
        agreements.propose(
                card.get().id(),
                new Terms(
                        from,
                        pointsPerUnit,
                        priceMinor.get(),
                        refundMinor.get(),
                        pendingDays,
                        months,
                        categories(),
                        inForce(card.get()).map(Terms::clawback).orElse(Terms.Clawback.UNLIMITED),
                        inForce(card.get()).map(Terms::debtCap).orElse(USUAL_DEBT_CAP)),
                user.getLogin());
        return back("PROPOSED");
    }

    /** Approves a proposal; the proposer is told that somebody else must. */
    public String approve(long agreement) {
        return user.isActing()
                ? back(agreements.approve(agreement, user.getLogin()).name())
                : back("NOT_OPEN");
    }

    private String back(String news) {
        return "/crm/partner?faces-redirect=true&partner="
                + partner().map(BusinessCard::code).orElse("") + "&news=" + news;
    }

    private Optional<BusinessCard> partner() {
        return Optional.ofNullable(request.getParameter("partner")).flatMap(partners::byCode);
    }

    private Set<String> categories() {
        return Arrays.stream((excluded == null ? "" : excluded).split("[,\\s]+"))
                .map(c -> c.toUpperCase(Locale.ROOT))
                .filter(c -> c.matches("[A-Z0-9_-]{1,32}"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Long> minor(String typed) {
        try {
            return Optional.of(Money.parse(typed == null ? "" : typed.replace(",", "."), CURRENCY)
                            .minor())
                    .filter(m -> m >= 0);
        } catch (IllegalArgumentException e) {
            // Not an amount: the page says so.
            return Optional.empty();
        }
    }

    /** First business day of the proposed rates. */
    public LocalDate getFrom() {
        return from == null ? clock.today().plusMonths(1).withDayOfMonth(1) : from;
    }

    /** Called by Faces. */
    public void setFrom(LocalDate day) {
        from = day;
    }

    /** Points per full shekel. */
    public int getPointsPerUnit() {
        return pointsPerUnit;
    }

    /** Called by Faces. */
    public void setPointsPerUnit(int points) {
        pointsPerUnit = points;
    }

    /** What the partner pays for 100 points, in shekels. */
    public String getPrice() {
        return price;
    }

    /** Called by Faces. */
    public void setPrice(String typed) {
        price = typed;
    }

    /** What the partner gets for 100 points, in shekels. */
    public String getRefund() {
        return refund;
    }

    /** Called by Faces. */
    public void setRefund(String typed) {
        refund = typed;
    }

    /** Days before points can be spent. */
    public int getPendingDays() {
        return pendingDays;
    }

    /** Called by Faces. */
    public void setPendingDays(int days) {
        pendingDays = days;
    }

    /** Months that points live. */
    public int getMonths() {
        return months;
    }

    /** Called by Faces. */
    public void setMonths(int asked) {
        months = asked;
    }

    /** Categories that earn nothing. */
    public String getExcluded() {
        return excluded;
    }

    /** Called by Faces. */
    public void setExcluded(String typed) {
        excluded = typed;
    }
}
