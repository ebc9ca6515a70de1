package shutaf.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import shutaf.demo.CdnowUnshifted;
import shutaf.member.Enrolment;
import shutaf.member.MemberRef;
import shutaf.member.Members;
import shutaf.partner.Agreements;
import shutaf.partner.NewPartner;
import shutaf.partner.Partners;
import shutaf.partner.Terms;
import shutaf.programme.Core;
import shutaf.programme.Programme;
import shutaf.purchase.ReportFilter;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.MemberFigures;
import shutaf.reports.retention.RetentionReports;
import shutaf.reports.retention.RetentionSummary;
import shutaf.reports.retention.RfmGrid;
import shutaf.reports.retention.SurvivalCurve;
import shutaf.reports.statement.PartnerStatements;
import shutaf.reports.statement.StatementVerifier;
import shutaf.run.RunningHub;
import shutaf.run.Settings;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementHeader;
import shutaf.shared.PartnerId;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A published purchase history goes into the running hub as a partner's files; what the reports say
 * of it is what others have published, cell by cell, and what the ledger says, to the agora.
 */
class PublishedHistoryIT {
    private static final Path REFERENCE =
            Path.of("../reports/src/test/resources/shutaf/reports/retention/cdnow_sample");

    private static final RunningHub HUB = RunningHub.get();
    private static Core core;
    private static PartnerId partner;

    @BeforeAll
    static void theFilesAreTaken(@TempDir Path folder) throws IOException {
        Settings.ExternalDatabase access = HUB.appAccess();
        core = new Core(access.jdbcUrl(), access.password());
        partner = core.inTransaction(PublishedHistoryIT::join);
        core.inTransaction(() -> {
            CdnowUnshifted.cards().forEach(PublishedHistoryIT::enrol);
            return null;
        });
        Path inbox = HUB.dataDir().resolve("inbox").resolve(CdnowUnshifted.PARTNER);
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.isDirectory(inbox));
        for (Path file : CdnowUnshifted.writeFiles(folder)) {
            Path growing = inbox.resolve("." + file.getFileName() + ".growing");
            Files.copy(file, growing);
            Files.move(growing, inbox.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            Path answer = answer(file);
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> Files.exists(answer));
        }
    }

    private static PartnerId join() {
        Partners partners = core.bean(Partners.class);
        PartnerId joined = partners.join(new NewPartner(
                        CdnowUnshifted.PARTNER,
                        "תקליטים",
                        "Records",
                        true,
                        true,
                        false,
                        true,
                        "UTF-8"))
                .id();
        partners.outlet(joined, CdnowUnshifted.OUTLET, "חנות", "Shop");
        Agreements agreements = core.bean(Agreements.class);
        agreements.approve(agreements.propose(joined, terms(), "dana"), "yossi");
        return joined;
    }

    /** In force before the first receipt of 1997. */
    private static Terms terms() {
        Terms usual = Programme.USUAL;
        return new Terms(
                LocalDate.of(1990, 1, 1),
                usual.pointsPerUnit(),
                usual.pricePer100Points(),
                usual.refundPer100Points(),
                usual.pendingDays(),
                usual.expiryMonths(),
                usual.excludedCategories(),
                usual.clawback(),
                usual.debtCap());
    }

    private static void enrol(String card) {
        core.bean(Members.class)
                .enrol(
                        partner,
                        new Enrolment(
                                List.of(MemberRef.of("CARD", card)), "C", card, "en", List.of()));
    }

    private static Path answer(Path file) {
        String name = file.getFileName().toString().replaceFirst("\\.csv$", ".handback.csv");
        return HUB.dataDir().resolve("outbox").resolve(CdnowUnshifted.PARTNER).resolve(name);
    }

    @Test
    void the_cohort_matrix_is_the_published_one_cell_by_cell() throws IOException {
        String ours = core.inTransaction(() -> reports().csv(all())).orElseThrow();

        assertThat(ours).isEqualTo(reference("cohort_retention.csv.gz"));
    }

    @Test
    void the_repeat_rates_are_the_published_ones() {
        RetentionSummary ours =
                core.inTransaction(() -> reports().figures(all())).orElseThrow().summary();

        assertThat(ours)
                .isEqualTo(new RetentionSummary(
                        2357,
                        6696,
                        LocalDate.of(1997, 1, 1),
                        LocalDate.of(1998, 6, 30),
                        1139,
                        2357,
                        687));
        assertThat(core.inTransaction(() -> reports().json(all())).orElseThrow())
                .contains("\"repeat_rate_all\": 0.48324140857021636")
                .contains("\"repeat_rate_90d\": 0.29147221043699617");
    }

    @Test
    void the_curves_of_coming_back_and_of_staying_are_the_published_ones() throws IOException {
        MemberFigures members =
                core.inTransaction(() -> reports().read(all())).orElseThrow().members();

        sameCurve(members.secondPurchase(), "km_second_purchase.csv.gz");
        sameCurve(members.churn(), "km_churn180.csv.gz");
    }

    private static void sameCurve(SurvivalCurve ours, String file) throws IOException {
        List<String> rows = reference(file).lines().skip(1).toList();
        assertThat(ours.steps()).hasSameSizeAs(rows);
        for (int k = 0; k < rows.size(); k++) {
            String[] theirs = rows.get(k).split(",");
            SurvivalCurve.Step step = ours.steps().get(k);
            assertThat(List.of(step.day(), step.atRisk(), step.events(), step.censored()))
                    .isEqualTo(List.of(
                            Long.parseLong(theirs[0]),
                            Long.parseLong(theirs[1]),
                            Long.parseLong(theirs[2]),
                            Long.parseLong(theirs[3])));
            assertThat(step.survival()).isCloseTo(Double.parseDouble(theirs[4]), offset(1e-13));
        }
    }

    /** Ties of the parts are broken by our member numbers, not by theirs: sizes are the same. */
    @Test
    void the_scores_are_the_published_ones() throws IOException {
        MemberFigures members =
                core.inTransaction(() -> reports().read(all())).orElseThrow().members();
        Map<String, Long> theirs = reference("rfm.csv.gz")
                .lines()
                .skip(1)
                .map(row -> row.split(","))
                .collect(Collectors.groupingBy(
                        row -> row[7] + row[8] + row[9], Collectors.counting()));

        assertThat(members.byTies().cells().stream()
                        .collect(Collectors.toMap(
                                c -> "" + c.recency() + c.frequency() + c.money(),
                                RfmGrid.Cell::members)))
                .isEqualTo(theirs);
        for (int score = 1; score <= RfmGrid.BEST; score++) {
            int recency = score;
            assertThat(members.byParts().cells().stream()
                            .filter(c -> c.recency() == recency)
                            .mapToLong(RfmGrid.Cell::members)
                            .sum())
                    .isBetween(471L, 472L);
        }
    }

    @Test
    void paper_and_sheet_of_it_can_be_had_in_both_languages() {
        for (ReportLanguage language : ReportLanguage.values()) {
            assertThat(core.inTransaction(() -> reports().pdf(all(), language)).orElseThrow())
                    .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
            assertThat(core.inTransaction(() -> reports().xlsx(all(), language)).orElseThrow())
                    .startsWith("PK".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void the_statement_is_the_ledger_to_the_point_and_agora() throws Exception {
        StatementHeader running = core.inTransaction(
                        () -> core.bean(PartnerStatements.class).list(partner))
                .getFirst();
        PartnerStatementFigures figures = core.inTransaction(
                        () -> core.bean(PartnerStatements.class).figures(partner, running.number()))
                .orElseThrow();

        assertThat(figures.closing().points()).isEqualTo(-ledger("ISSUED"));
        assertThat(figures.closing().moneyMinor()).isEqualTo(-ledger("PARTNER"));
        assertThat(figures.net().lines()).isGreaterThan(6_000);
        assertThat(verified(running.number()))
                .isEqualTo(new StatementVerifier.Whole(
                        figures.net().lines(),
                        figures.net().points(),
                        BigDecimal.valueOf(figures.net().moneyMinor(), 2),
                        figures.lineFileHash()));
    }

    private static StatementVerifier.Finding verified(String number) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        core.inTransaction(() -> core.bean(PartnerStatements.class).lines(partner, number, file));
        return StatementVerifier.verify(new StringReader(file.toString(StandardCharsets.UTF_8)));
    }

    /** What left that account of the partner, asked of the tables by nobody of ours. */
    private static long ledger(String account) throws SQLException {
        try (Connection superuser = HUB.asSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(
                        "select sum(amount) from posting where from_account = '" + account
                                + "' and from_owner = " + partner.value())) {
            row.next();
            return row.getLong(1);
        }
    }

    private static ReportFilter all() {
        return ReportFilter.of(partner);
    }

    private static RetentionReports reports() {
        return core.bean(RetentionReports.class);
    }

    private static String reference(String file) throws IOException {
        try (InputStream packed =
                new GZIPInputStream(Files.newInputStream(REFERENCE.resolve(file)))) {
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
