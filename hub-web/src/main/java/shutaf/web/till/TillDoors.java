package shutaf.web.till;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import shutaf.crm.BusinessCard;
import shutaf.crm.TillCustomer;
import shutaf.intake.IntakeOutcome;
import shutaf.intake.PurchaseIntake;
import shutaf.purchase.Channel;
import shutaf.purchase.Purchase;
import shutaf.purchase.PurchaseLine;
import shutaf.purchase.ReceiptKey;
import shutaf.redemption.HoldRequest;
import shutaf.redemption.RedemptionDesk;
import shutaf.redemption.RedemptionOutcome;
import shutaf.returns.GoodsReturn;
import shutaf.returns.ReturnDesk;
import shutaf.returns.ReturnOutcome;
import shutaf.shared.BusinessDay;
import shutaf.shared.Money;
import shutaf.web.look.Figures;
import shutaf.web.security.CurrentUser;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Carries a clerk's deeds through the hub's doors and turns the outcomes into what the till shows.
 */
@RequestScoped
class TillDoors {
    private static final String EARN = "EARN";
    private static final String REDEEM = "REDEEM";
    private static final String RETURN = "RETURN";

    @Inject
    private PurchaseIntake intake;

    @Inject
    private RedemptionDesk redemptions;

    @Inject
    private ReturnDesk returns;

    @Inject
    private TillShift shift;

    @Inject
    private CurrentUser user;

    @Inject
    private Figures show;

    /** One amount without lines: what a shop knows that has no till system. */
    Deed earn(BusinessCard partner, TillCustomer customer, Money paid, Entry entry, String number) {
        PurchaseLine line = new PurchaseLine(
                1, "TILL", "", List.of(), BigDecimal.ONE, paid.minor(), 0, BigDecimal.valueOf(18));
        Purchase purchase = new Purchase(
                partner.id(),
                key(entry, number),
                entry.at(),
                Optional.of(customer.ref()),
                List.of(line),
                paid,
                0,
                Channel.TILL);
        return switch (intake.accept(List.of(purchase)).getFirst()) {
            case IntakeOutcome.Accrued earned ->
                new Deed(
                        entry.at(),
                        EARN,
                        true,
                        earned.repeated() ? "till.earned.before" : "till.earned",
                        List.of(earned.points(), show.money(paid)),
                        customer.maskedName(),
                        earned.points(),
                        earned.balance(),
                        "");
            case IntakeOutcome.Unclaimed unclaimed ->
                Refusals.deed(entry.at(), EARN, "UNKNOWN_MEMBER");
            case IntakeOutcome.Refused refused ->
                Refusals.deed(entry.at(), EARN, refused.refusal().reason().name());
        };
    }

    /** Holds and captures at once: the clerk gives the discount in the same moment. */
    Deed redeem(BusinessCard partner, TillCustomer customer, long points, Entry entry) {
        HoldRequest asked = new HoldRequest(
                partner.id(), key(entry, ""), entry.at(), customer.ref(), points, user.getLogin());
        RedemptionOutcome held = redemptions.hold(asked);
        RedemptionOutcome spent = held instanceof RedemptionOutcome.Done hold
                ? redemptions.capture(
                        partner.id(), hold.redemption().id(), OptionalLong.empty(), user.getLogin())
                : held;
        return switch (spent) {
            case RedemptionOutcome.Done done ->
                new Deed(
                        entry.at(),
                        REDEEM,
                        true,
                        done.repeated() ? "till.redeemed.before" : "till.redeemed",
                        List.of(
                                show.money(done.redemption().value()),
                                done.redemption().captured()),
                        customer.maskedName(),
                        -done.redemption().captured(),
                        done.balance(),
                        "");
            case RedemptionOutcome.Refused refused ->
                Refusals.deed(entry.at(), REDEEM, refused.refusal().reason().name());
            case RedemptionOutcome.NotFound gone ->
                Refusals.deed(entry.at(), REDEEM, "HOLD_EXPIRED");
        };
    }

    /** What a return would take back. */
    ReturnOutcome preview(GoodsReturn asked) {
        return returns.preview(asked);
    }

    /** Takes the goods back. */
    Deed takeBack(GoodsReturn asked, Entry entry) {
        return switch (returns.takeBack(asked)) {
            case ReturnOutcome.Returned done ->
                new Deed(
                        entry.at(),
                        RETURN,
                        true,
                        "till.returned",
                        List.of(done.pointsBack(), show.money(asked.total())),
                        "",
                        -done.pointsBack(),
                        done.balance(),
                        "");
            case ReturnOutcome.Waiting waiting ->
                Refusals.deed(entry.at(), RETURN, "NOT_REVERSIBLE");
            case ReturnOutcome.Refused refused ->
                Refusals.deed(entry.at(), RETURN, refused.refusal().reason().name());
        };
    }

    /** The receipt of a deed: the printed number where the clerk typed it, else the entry's own. */
    ReceiptKey key(Entry entry, String number) {
        Instant at = entry.at();
        return new ReceiptKey(
                shift.getOutlet(),
                shift.getTill(),
                BusinessDay.of(at),
                number == null || number.isBlank() ? "T-" + entry : number.strip());
    }
}
