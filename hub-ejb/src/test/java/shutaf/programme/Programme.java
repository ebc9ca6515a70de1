package shutaf.programme;

import shutaf.intake.IntakeOutcome;
import shutaf.intake.PurchaseIntake;
import shutaf.intake.TransactionOfItsOwn;
import shutaf.ledger.BooksAudit;
import shutaf.ledger.LotUpkeep;
import shutaf.member.Enrolment;
import shutaf.member.EnrolmentOutcome;
import shutaf.member.MemberRef;
import shutaf.member.Members;
import shutaf.partner.Agreements;
import shutaf.partner.NewPartner;
import shutaf.partner.Partners;
import shutaf.partner.Terms;
import shutaf.platform.HubClock;
import shutaf.platform.Sql;
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
import shutaf.settlement.PartnerLines;
import shutaf.settlement.Position;
import shutaf.settlement.Positions;
import shutaf.settlement.StatementLine;
import shutaf.settlement.StatementPeriod;
import shutaf.shared.BusinessDay;
import shutaf.shared.MemberId;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A coalition of its own for one test, driven in the words of the business. Partners and members of
 * different tests share a database and never meet.
 */
public final class Programme {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Core CORE = core();
    private static final String SHEKEL = "ILS";

    private final String suffix = Integer.toString(NUMBER.incrementAndGet());
    private final AtomicInteger receipts = new AtomicInteger();
    private final HubClock clock = CORE.bean(HubClock.class);

    /**
     * Terms of the demo: one point a shekel, 6 agorot a point issued, 5 a point accepted, 24
     * months.
     */
    public static final Terms USUAL = new Terms(
            LocalDate.of(2000, 1, 1),
            1,
            600,
            500,
            0,
            24,
            Set.of("GIFT_CARD"),
            Terms.Clawback.UNLIMITED,
            1_000_000);

    private static Core core() {
        Core core = new Core(TestDatabase.get().url(), "");
        core.replace(TransactionOfItsOwn.type(), TransactionOfItsOwn.with(core));
        return core;
    }

    /** A member with the card by which tills know them. */
    public record Person(MemberId id, String card) {}

    /** A new programme at the real time. */
    public Programme() {
        clock.moveBy(Duration.ZERO);
    }

    /** Moves the hub to noon of that day. */
    public Programme at(String day) {
        ZonedDateTime noon = LocalDate.parse(day).atTime(12, 0).atZone(BusinessDay.ZONE);
        clock.moveBy(Duration.between(Instant.now(), noon.toInstant()));
        return this;
    }

    /** The hub's day. */
    public LocalDate today() {
        return clock.today();
    }

    /** The hub's time. */
    public Instant now() {
        return clock.now();
    }

    /** A bean of the core. */
    public <T> T bean(Class<T> type) {
        return CORE.bean(type);
    }

    /** A bean of the core with one resource of the server, for this caller alone. */
    public <T> T bean(Class<T> type, String lookup, Object resource) {
        return CORE.bean(type, lookup, resource);
    }

    /** A call in a transaction in the hub's scope. */
    public <T> T call(Supplier<T> work) {
        return CORE.inTransaction(work);
    }

    /** A partner with the usual terms. */
    public PartnerId partner(String code) {
        return partner(code, terms -> terms);
    }

    /** A partner with other terms. */
    public PartnerId partner(String code, UnaryOperator<Terms> terms) {
        return join(code, false, terms.apply(USUAL));
    }

    /** A partner with the usual terms that buys its points in packs. */
    public PartnerId prepaid(String code) {
        return join(code, true, USUAL);
    }

    private PartnerId join(String code, boolean prepaid, Terms terms) {
        return call(() -> {
            NewPartner asked = new NewPartner(
                    code + "X" + suffix, code, code, true, true, prepaid, true, "UTF-8");
            PartnerId partner = bean(Partners.class).join(asked).id();
            bean(Partners.class).outlet(partner, "01", code, code);
            agree(partner, terms);
            return partner;
        });
    }

    /** Puts rates into force by two people. */
    public void agree(PartnerId partner, Terms terms) {
        long proposal = bean(Agreements.class).propose(partner, terms, "dana");
        Agreements.Decision decision = bean(Agreements.class).approve(proposal, "yossi");
        if (decision != Agreements.Decision.APPROVED) {
            throw new IllegalStateException("agreement: " + decision);
        }
    }

    /** A new member, enrolled at that partner. */
    public Person member(PartnerId at) {
        String card = "29"
                + String.format("%05d%06d", Integer.parseInt(suffix), receipts.incrementAndGet());
        Enrolment asked =
                new Enrolment(List.of(MemberRef.of("CARD", card)), "נועה", "לוי", "he", List.of());
        EnrolmentOutcome outcome = call(() -> bean(Members.class).enrol(at, asked));
        return new Person(((EnrolmentOutcome.Enrolled) outcome).member().id(), card);
    }

    /** A purchase of one line, not sent yet. */
    public Purchase receipt(PartnerId at, Person who, String amount) {
        return receipt(
                at,
                Optional.of(MemberRef.of("CARD", who.card())),
                List.of(line(1, amount, "FOOD")));
    }

    /** A purchase of several lines, not sent yet. */
    public Purchase receipt(PartnerId at, Optional<MemberRef> who, List<PurchaseLine> lines) {
        ReceiptKey key =
                new ReceiptKey("01", "1", today(), Integer.toString(receipts.incrementAndGet()));
        long total = lines.stream().mapToLong(PurchaseLine::amount).sum();
        return new Purchase(at, key, now(), who, lines, new Money(total, SHEKEL), 0, Channel.API);
    }

    /** A line. */
    public static PurchaseLine line(int number, String amount, String category) {
        return new PurchaseLine(
                number,
                "sku" + number,
                "milk",
                List.of(category),
                BigDecimal.ONE,
                Money.parse(amount, SHEKEL).minor(),
                0,
                new BigDecimal("18"));
    }

    /** Sends purchases. */
    public List<IntakeOutcome> send(List<Purchase> purchases) {
        return bean(PurchaseIntake.class).accept(purchases);
    }

    /** Sends one purchase. */
    public IntakeOutcome send(Purchase purchase) {
        return send(List.of(purchase)).getFirst();
    }

    /** A member buys for an amount and earns; the receipt comes back for a later return. */
    public Purchase buys(Person who, PartnerId at, String amount) {
        Purchase purchase = receipt(at, who, amount);
        IntakeOutcome outcome = send(purchase);
        if (!(outcome instanceof IntakeOutcome.Accrued)) {
            throw new IllegalStateException("not accrued: " + outcome);
        }
        return purchase;
    }

    /** A return of lines of a sale, not sent yet: line number and amount in turns. */
    public GoodsReturn returnOf(Purchase sale, String... lineAndAmount) {
        List<GoodsReturn.Line> lines = new ArrayList<>();
        long total = 0;
        for (int i = 0; i < lineAndAmount.length; i += 2) {
            long amount = Money.parse(lineAndAmount[i + 1], SHEKEL).minor();
            lines.add(new GoodsReturn.Line(
                    i / 2 + 1, Integer.parseInt(lineAndAmount[i]), "", BigDecimal.ZERO, amount));
            total += amount;
        }
        ReceiptKey key = new ReceiptKey("01", "1", today(), "R" + receipts.incrementAndGet());
        return new GoodsReturn(
                sale.partner(),
                key,
                now(),
                Optional.of(sale.receipt()),
                Optional.empty(),
                lines,
                new Money(total, SHEKEL),
                Channel.API);
    }

    /** Takes goods back. */
    public ReturnOutcome takeBack(GoodsReturn goods) {
        return call(() -> bean(ReturnDesk.class).takeBack(goods));
    }

    /** What taking goods back would mean. */
    public ReturnOutcome preview(GoodsReturn goods) {
        return call(() -> bean(ReturnDesk.class).preview(goods));
    }

    /** A request to hold points, not sent yet. */
    public HoldRequest asks(Person who, PartnerId at, long points) {
        ReceiptKey key = new ReceiptKey("01", "1", today(), "H" + receipts.incrementAndGet());
        return new HoldRequest(at, key, now(), MemberRef.of("CARD", who.card()), points, "till");
    }

    /** Holds points. */
    public RedemptionOutcome hold(HoldRequest asked) {
        return call(() -> bean(RedemptionDesk.class).hold(asked));
    }

    /** Captures a hold, whole or in part. */
    public RedemptionOutcome capture(PartnerId at, long redemption, OptionalLong points) {
        return call(() -> bean(RedemptionDesk.class).capture(at, redemption, points, "till"));
    }

    /** Holds and captures; returns the redemption's number. */
    public long spends(Person who, PartnerId at, long points) {
        RedemptionOutcome.Done held = (RedemptionOutcome.Done) hold(asks(who, at, points));
        capture(at, held.redemption().id(), OptionalLong.empty());
        return held.redemption().id();
    }

    /** Holds and captures points on the receipt of a purchase. */
    public void spendsOn(Person who, Purchase receipt, long points) {
        HoldRequest asked = new HoldRequest(
                receipt.partner(),
                receipt.receipt(),
                now(),
                MemberRef.of("CARD", who.card()),
                points,
                "till");
        RedemptionOutcome.Done held = (RedemptionOutcome.Done) hold(asked);
        capture(receipt.partner(), held.redemption().id(), OptionalLong.empty());
    }

    /**
     * The night: pending points become spendable, old ones expire, late holds are released, returns
     * find sales.
     */
    public void night() {
        while (call(() -> bean(LotUpkeep.class).activateDue(100)) > 0) {}
        while (call(() -> bean(LotUpkeep.class).expireDue(100)) > 0) {}
        while (call(() -> bean(RedemptionDesk.class).releaseTimedOut()) > 0) {}
        while (call(() -> bean(ReturnDesk.class).catchUp()) > 0) {}
    }

    /** Spendable points. */
    public long balance(Person who) {
        return column(who, "active");
    }

    /** A column of the member's balance. */
    public long column(Person who, String name) {
        return call(() -> bean(Sql.class)
                .first(
                        "select " + name + " from balance where member_id = ?",
                        r -> r.getLong(1),
                        who.id().value())
                .orElseThrow());
    }

    /** Where a partner stands. */
    public Position position(PartnerId partner) {
        return call(() -> bean(Positions.class).of(partner));
    }

    /** All statement lines of a partner, of whatever day. */
    public List<StatementLine> lines(PartnerId partner) {
        StatementPeriod ever =
                new StatementPeriod(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1));
        return call(() -> {
            List<StatementLine> lines = new ArrayList<>();
            bean(PartnerLines.class).stream(partner, ever, lines::add);
            return lines;
        });
    }

    /** Rules of the books that do not hold: always none. */
    public List<BooksAudit.Difference> audit() {
        return call(() -> bean(BooksAudit.class).differences());
    }
}
