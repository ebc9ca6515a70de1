package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.BusinessCard;
import shutaf.crm.MemberSearch;
import shutaf.crm.PartnerDirectory;
import shutaf.intake.ClaimOutcome;
import shutaf.intake.ReceiptClaims;
import shutaf.purchase.ReceiptKey;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.web.errors.Missing;
import shutaf.web.security.CurrentUser;

import java.util.List;
import java.util.Optional;

/**
 * Gives a receipt that nobody claimed to the member who has it: the member is found by whatever
 * they carry, and tells the total, which this page does not show.
 */
@Named("claimPage")
@RequestScoped
public class ClaimPage {
    private static final String CURRENCY = "ILS";

    @Inject
    private PartnerDirectory partners;

    @Inject
    private MemberSearch search;

    @Inject
    private ReceiptClaims claims;

    @Inject
    private CurrentUser user;

    private String partner = "";
    private String receipt = "";
    private String member = "";
    private String total = "";
    private String news = "";

    /** A partner or receipt that could be none is a 404. */
    public void open() {
        if (getCard() == null || key().isEmpty()) {
            Missing.page();
        }
    }

    /** Does it; leads to the member, or stays and says why not. */
    public String claim() {
        Optional<ReceiptKey> key = key();
        BusinessCard card = getCard();
        if (!user.isActing() || key.isEmpty() || card == null) {
            return refused("NOT_FOUND");
        }
        List<MemberSearch.Row> found = member.isBlank()
                ? List.of()
                : search.page(new MemberSearch.Asked(member, MemberSearch.Order.NAME, false, 0, 2));
        if (found.size() != 1) {
            return refused(found.isEmpty() ? "NOBODY" : "SEVERAL");
        }
        Optional<Money> sum = sum();
        if (sum.isEmpty()) {
            return refused("NO_SUM");
        }
        MemberId who = found.getFirst().id();
        return switch (claims.claim(
                new ReceiptClaims.Claim(card.id(), key.get(), sum.get(), who, user.getLogin()))) {
            case ClaimOutcome.Claimed claimed ->
                "/crm/member?faces-redirect=true&id=" + who.value() + "&claimed="
                        + claimed.accrued().points();
            case ClaimOutcome.Refused refused -> refused(refused.reason().name());
        };
    }

    private String refused(String why) {
        news = why;
        return null;
    }

    private Optional<Money> sum() {
        try {
            return Optional.of(Money.parse(total.strip().replace(",", "."), CURRENCY));
        } catch (IllegalArgumentException e) {
            // Not an amount: the page says so.
            return Optional.empty();
        }
    }

    private Optional<ReceiptKey> key() {
        try {
            return Optional.of(ReceiptKey.parse(receipt));
        } catch (IllegalArgumentException e) {
            // No receipt could have this key: there is nothing to claim.
            return Optional.empty();
        }
    }

    /** The partner; null when there is none of that code. */
    public BusinessCard getCard() {
        return partners.byCode(partner).orElse(null);
    }

    /** Why it was not done; empty before anybody tried. */
    public String getNews() {
        return news;
    }

    /** The partner's code. */
    public String getPartner() {
        return partner;
    }

    /** Called by Faces. */
    public void setPartner(String code) {
        partner = code == null ? "" : code;
    }

    /** The receipt as outlet/till/date/number. */
    public String getReceipt() {
        return receipt;
    }

    /** Called by Faces. */
    public void setReceipt(String key) {
        receipt = key == null ? "" : key;
    }

    /** What was typed to find the member. */
    public String getMember() {
        return member;
    }

    /** Called by Faces. */
    public void setMember(String typed) {
        member = typed == null ? "" : typed.strip();
    }

    /** What the member says was paid, in shekels. */
    public String getTotal() {
        return total;
    }

    /** Called by Faces. */
    public void setTotal(String typed) {
        total = typed == null ? "" : typed;
    }
}
