package shutaf.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.intake.IntakeOutcome;
import shutaf.intake.PurchaseIntake;
import shutaf.member.Enrolment;
import shutaf.member.EnrolmentOutcome;
import shutaf.member.MemberRef;
import shutaf.member.Members;
import shutaf.partner.Agreements;
import shutaf.partner.NewPartner;
import shutaf.partner.Partners;
import shutaf.partner.Terms;
import shutaf.platform.HubClock;
import shutaf.purchase.Channel;
import shutaf.purchase.Purchase;
import shutaf.purchase.PurchaseLine;
import shutaf.purchase.ReceiptKey;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Partners, members and purchases to try the server with; tests share a database, not people. */
@ApplicationScoped
public class Coalition {
    private static final String SHEKEL = "ILS";

    /** One point a shekel, spendable at once. */
    private static final Terms USUAL = new Terms(
            LocalDate.of(2000, 1, 1),
            1,
            600,
            500,
            0,
            24,
            Set.of(),
            Terms.Clawback.UNLIMITED,
            1_000_000);

    @Inject
    private Partners partners;

    @Inject
    private Agreements agreements;

    @Inject
    private Members members;

    @Inject
    private PurchaseIntake intake;

    @Inject
    private HubClock clock;

    @Inject
    private Calls calls;

    @Inject
    private Rows rows;

    /** A member with the card by which tills know them. */
    public record Person(MemberId id, String card) {
        /** What a till reads. */
        public MemberRef ref() {
            return MemberRef.of("CARD", card);
        }
    }

    /** A new partner with one outlet and the usual terms. */
    public PartnerId partner() {
        String code = "P" + fresh();
        PartnerId partner = partners.join(
                        new NewPartner(code, code, code, true, true, false, false, "UTF-8"))
                .id();
        partners.outlet(partner, "01", code, code);
        agreements.approve(agreements.propose(partner, USUAL, "dana"), "yossi");
        return partner;
    }

    /** A new member, enrolled at that partner. */
    public Person member(PartnerId at) {
        String card = "29" + String.format("%011d", fresh());
        Enrolment asked =
                new Enrolment(List.of(MemberRef.of("CARD", card)), "נועה", "לוי", "he", List.of());
        EnrolmentOutcome outcome = members.enrol(at, asked);
        return new Person(((EnrolmentOutcome.Enrolled) outcome).member().id(), card);
    }

    /** A purchase that earns so many points, not sent yet. */
    public Purchase receipt(PartnerId at, Person who, long points) {
        ReceiptKey key = new ReceiptKey("01", "1", clock.today(), Long.toString(fresh()));
        Money total = new Money(points * 100, SHEKEL);
        PurchaseLine line = new PurchaseLine(
                1,
                "7290000000017",
                "חלב",
                List.of("FOOD"),
                BigDecimal.ONE,
                total.minor(),
                0,
                new BigDecimal("18"));
        return new Purchase(
                at, key, clock.now(), Optional.of(who.ref()), List.of(line), total, 0, Channel.API);
    }

    /** A purchase that was taken in. */
    public Purchase buys(Person who, PartnerId at, long points) {
        Purchase purchase = receipt(at, who, points);
        IntakeOutcome outcome = intake.accept(List.of(purchase)).getFirst();
        if (!(outcome instanceof IntakeOutcome.Accrued)) {
            throw new IllegalStateException("not accrued: " + outcome);
        }
        return purchase;
    }

    /** Spendable points, as committed. */
    public long balance(Person who) {
        return calls.asHub(() -> rows.number(
                "select active from balance where member_id = ?", who.id().value()));
    }

    /** A number that no other test gets: the sequence counts over all of them. */
    private long fresh() {
        return calls.unscoped(() -> rows.number("select nextval('agreement_id')"));
    }
}
