package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import shutaf.programme.Programme;
import shutaf.purchase.Purchase;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.statement.PartnerStatements;
import shutaf.reports.statement.StatementVerifier;
import shutaf.settlement.IssueOutcome;
import shutaf.settlement.LineKind;
import shutaf.settlement.Movement;
import shutaf.settlement.PartnerPosition;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.Position;
import shutaf.settlement.StatementHeader;
import shutaf.shared.PartnerId;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** A partner's months: drafted, looked at, issued once, and never changed again. */
class PartnerStatementsTest {
    private final Programme programme = new Programme();
    private PartnerId supermarket;
    private PartnerId cafe;
    private Programme.Person noa;
    private String september;
    private String october;

    @BeforeEach
    void aSeptemberAndAnOctober() {
        programme.at("2026-09-10");
        supermarket = programme.partner("SUPER");
        cafe = programme.partner("CAFE");
        noa = programme.member(supermarket);
        Purchase groceries = programme.buys(noa, supermarket, "100.00");
        programme.buys(noa, cafe, "20.00");
        programme.at("2026-10-03");
        programme.takeBack(programme.returnOf(groceries, "1", "30.00"));
        programme.spends(noa, cafe, 75);
        String code = header(supermarket, 0).partnerCode();
        september = code + "-2026-09";
        october = code + "-2026-10";
    }

    @AfterEach
    void theBooksHold() {
        assertThat(programme.audit()).isEmpty();
    }

    @Test
    void a_statement_goes_from_its_opening_to_what_the_ledger_says() {
        PartnerStatementFigures figures = figures(october);
        Position now = programme.position(supermarket);

        assertThat(figures.opening()).isEqualTo(new PartnerPosition(-100, -600));
        assertThat(figures.of(LineKind.CLAWBACK)).isEqualTo(new Movement(1, 30, 180));
        assertThat(figures.closing())
                .isEqualTo(
                        new PartnerPosition(now.clawedBack() - now.issued(), now.dueToPartner()));
        assertThat(figures.vatMinor()).isEqualTo(32);
    }

    @Test
    void the_acceptor_reads_whose_points_it_took() {
        PartnerStatementFigures figures = figures(cafe, october.replace("SUPER", "CAFE"));

        assertThat(figures.of(LineKind.REDEMPTION_FOREIGN).points()).isEqualTo(70);
        assertThat(figures.of(LineKind.REDEMPTION_OWN).points()).isEqualTo(5);
        assertThat(figures.net()).isEqualTo(new Movement(2, 75, 375));
    }

    @Test
    void the_line_file_proves_itself_and_adds_up_to_the_paper() throws IOException {
        String file = lines(october);
        PartnerStatementFigures figures = figures(october);

        StatementVerifier.Finding found = StatementVerifier.verify(new StringReader(file));

        assertThat(found).isInstanceOf(StatementVerifier.Whole.class);
        StatementVerifier.Whole whole = (StatementVerifier.Whole) found;
        assertThat(whole.hash()).isEqualTo(figures.lineFileHash());
        assertThat(whole.points()).isEqualTo(figures.net().points());
        assertThat(whole.money().unscaledValue().longValueExact())
                .isEqualTo(figures.net().moneyMinor());
        assertThat(new String(PartnerStatements.verifier(), StandardCharsets.UTF_8))
                .contains("public final class StatementVerifier");
    }

    @Test
    void a_running_month_can_be_read_and_not_issued() {
        assertThat(header(supermarket, 0).number()).isEqualTo(october);
        assertThat(header(supermarket, 0).draft()).isTrue();

        assertThat(issue(october)).isEqualTo(refused(IssueOutcome.Reason.NOT_OVER));
    }

    @Test
    void months_are_issued_in_their_order_so_that_none_is_forgotten() {
        programme.at("2026-11-02");

        assertThat(issue(october)).isEqualTo(refused(IssueOutcome.Reason.EARLIER_DAYS_OPEN));
        assertThat(issue(september)).isInstanceOf(IssueOutcome.Issued.class);
        assertThat(issue(october)).isInstanceOf(IssueOutcome.Issued.class);
        assertThat(list(supermarket))
                .extracting(h -> h.number() + (h.draft() ? " draft" : ""))
                .containsExactly(october.replace("-10", "-11") + " draft", october, september);
    }

    @Test
    void what_was_looked_at_is_what_is_issued() {
        assertThat(call(() -> statements().issue(supermarket, september, "0".repeat(64), "dana")))
                .isEqualTo(refused(IssueOutcome.Reason.CHANGED));
        assertThat(header(supermarket, 1).draft()).isTrue();
    }

    @Test
    void an_issued_statement_stays_as_it_was_and_late_lines_land_in_the_next() {
        IssueOutcome.Issued issued = (IssueOutcome.Issued) issue(september);
        byte[] paper = pdf(september, ReportLanguage.HEBREW);
        String file = lines(september);

        Purchase late = programme.receipt(supermarket, noa, "50.00");
        programme.send(new Purchase(
                late.partner(),
                new shutaf.purchase.ReceiptKey("01", "1", LocalDate.of(2026, 9, 30), "LATE"),
                programme.now(),
                late.member(),
                late.lines(),
                late.total(),
                0,
                late.channel()));
        programme.at("2026-12-24");

        assertThat(figures(september)).isEqualTo(issued.figures());
        assertThat(pdf(september, ReportLanguage.HEBREW)).isEqualTo(paper);
        assertThat(lines(september)).isEqualTo(file);
        assertThat(lines(october)).contains("01/1/2026-09-30/LATE");
        assertThat(figures(october).of(LineKind.ACCRUAL)).isEqualTo(new Movement(1, -50, -300));
        assertThat(figures(october).opening()).isEqualTo(issued.figures().closing());
    }

    @Test
    void issuing_twice_is_issuing_once() {
        IssueOutcome.Issued first = (IssueOutcome.Issued) issue(september);
        IssueOutcome.Issued again = (IssueOutcome.Issued) issue(september);

        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(again.figures()).isEqualTo(first.figures());
    }

    @Test
    void a_draft_says_that_it_is_one_and_the_same_draft_has_the_same_bytes() {
        byte[] draft = pdf(september, ReportLanguage.ENGLISH);

        assertThat(pdf(september, ReportLanguage.ENGLISH)).isEqualTo(draft);
        issue(september);
        assertThat(pdf(september, ReportLanguage.ENGLISH)).isNotEqualTo(draft);
    }

    @Test
    void another_partners_number_is_not_found() {
        assertThat(call(() -> statements().figures(cafe, september))).isEmpty();
        assertThat(call(() -> statements().pdf(cafe, september, ReportLanguage.HEBREW)))
                .isEmpty();
        assertThat(call(() -> statements().figures(supermarket, september + "-31")))
                .isEmpty();
        assertThat(call(() -> statements().figures(supermarket, "2026-10"))).isEmpty();
    }

    private PartnerStatements statements() {
        return programme.bean(PartnerStatements.class);
    }

    private <T> T call(java.util.function.Supplier<T> work) {
        return programme.call(work);
    }

    private List<StatementHeader> list(PartnerId partner) {
        return call(() -> statements().list(partner));
    }

    private StatementHeader header(PartnerId partner, int place) {
        return list(partner).get(place);
    }

    private PartnerStatementFigures figures(String number) {
        return figures(supermarket, number);
    }

    private PartnerStatementFigures figures(PartnerId partner, String number) {
        return call(() -> statements().figures(partner, number)).orElseThrow();
    }

    private byte[] pdf(String number, ReportLanguage language) {
        return call(() -> statements().pdf(supermarket, number, language)).orElseThrow();
    }

    private String lines(String number) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(call(() -> statements().lines(supermarket, number, file))).isTrue();
        return file.toString(StandardCharsets.UTF_8);
    }

    private IssueOutcome issue(String number) {
        String hash = figures(number).lineFileHash();
        return call(() -> statements().issue(supermarket, number, hash, "dana"));
    }

    private static IssueOutcome refused(IssueOutcome.Reason reason) {
        return new IssueOutcome.Refused(reason);
    }
}
