package shutaf.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.accrual.Rulebook;
import shutaf.audit.AuditTrail;
import shutaf.audit.Deed;
import shutaf.partner.Partners;
import shutaf.platform.HubClock;
import shutaf.platform.InHubScope;
import shutaf.platform.Sql;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Statements of partners: which there are, which are open, and the one step that closes a period. A
 * draft is no row; it is read from the books each time, until it is issued and never changes again.
 */
@ApplicationScoped
@Transactional
@InHubScope
public class Statements {
    @Inject
    private Sql sql;

    @Inject
    private Partners partners;

    @Inject
    private Rulebook rulebook;

    @Inject
    private PartnerLines lines;

    @Inject
    private StatementRows rows;

    @Inject
    private HubClock clock;

    @Inject
    private AuditTrail trail;

    /** Issued statements, the latest period first; of each number the latest version. */
    public List<StatementHeader> issued(PartnerId partner) {
        return partners.names(partner)
                .map(names -> rows.headers(partner, names))
                .orElse(List.of());
    }

    /** The figures of an issued statement in its latest version. */
    public Optional<PartnerStatementFigures> find(PartnerId partner, String number) {
        return partners.names(partner).flatMap(names -> rows.figures(partner, names, number));
    }

    /**
     * Periods with movements that are not issued yet, the latest first: calendar months up to the
     * running one, the first of them cut where the last statement ended.
     */
    public List<StatementPeriod> open(PartnerId partner) {
        List<StatementPeriod> open = new ArrayList<>();
        LocalDate today = clock.today();
        Optional<LocalDate> billedTo = rows.billedTo(partner);
        Optional<LocalDate> begin = billedTo.map(to -> to.plusDays(1))
                .or(() -> lines.firstDay(partner).map(d -> d.withDayOfMonth(1)));
        LocalDate from = begin.orElse(today.plusDays(1));
        while (!from.isAfter(today)) {
            LocalDate to = YearMonth.from(from).atEndOfMonth();
            open.addFirst(new StatementPeriod(from, to));
            from = to.plusDays(1);
        }
        return open;
    }

    /** The head of a draft as it would be read now; empty when there is no such partner. */
    public Optional<StatementHeader> draft(PartnerId partner, StatementPeriod period) {
        Currency currency = Currency.getInstance(rulebook.programme().currency());
        return partners.names(partner)
                .map(names -> new StatementHeader(
                        names.code(),
                        names.hebrew(),
                        names.english(),
                        names.code() + "-" + period.label(),
                        1,
                        period.from(),
                        period.to(),
                        clock.today(),
                        currency,
                        true));
    }

    /** The head of the draft of that number; empty when the number is not one of this partner's. */
    public Optional<StatementHeader> draft(PartnerId partner, String number) {
        return partners.names(partner)
                .map(names -> names.code() + "-")
                .filter(number::startsWith)
                .flatMap(start -> StatementPeriod.parse(number.substring(start.length())))
                .filter(period -> !period.from().isAfter(clock.today()))
                .flatMap(period -> draft(partner, period));
    }

    /** VAT rates in force on a day: for a statement, the last of its period. */
    public VatTerms vat(LocalDate day) {
        Map<String, Integer> rates = new HashMap<>();
        sql.stream(
                """
                select distinct on (nature) nature, basis_points from vat_rate
                where valid_from <= ? order by nature, valid_from desc""",
                r -> Map.entry(r.getString(1), r.getInt(2)),
                rate -> rates.put(rate.getKey(), rate.getValue()),
                day);
        return new VatTerms(
                rates.getOrDefault(LineKind.Nature.POINTS_ISSUED.name(), 0),
                rates.getOrDefault(LineKind.Nature.REDEMPTIONS.name(), 0),
                rates.getOrDefault(LineKind.Nature.PACKS.name(), 0),
                rates.getOrDefault(LineKind.Nature.ADJUSTMENTS.name(), 0));
    }

    /**
     * Issues figures that were read in this very transaction. Done again it answers the same and
     * changes nothing.
     *
     * @param read the draft
     * @param expectedHash last hash of the line file that the issuer has looked at
     * @param actor who issues
     * @throws IllegalStateException when the figures are not the sum of the books
     */
    public IssueOutcome issue(
            PartnerId partner, PartnerStatementFigures read, String expectedHash, String actor) {
        // Two people who press the button at once: the second waits here and finds it done.
        sql.run("select 1 from partner where id = ? for no key update", partner.value());
        Optional<PartnerStatementFigures> before = find(partner, read.header().number());
        if (before.isPresent()) {
            return before.get().lineFileHash().equals(expectedHash)
                    ? new IssueOutcome.Issued(before.get(), true)
                    : refused(IssueOutcome.Reason.CHANGED);
        }
        StatementPeriod period = read.header().period();
        if (!period.isOver(clock.now())) {
            return refused(IssueOutcome.Reason.NOT_OVER);
        }
        Optional<LocalDate> billedTo = rows.billedTo(partner);
        if (billedTo.filter(to -> !to.isBefore(period.from())).isPresent()) {
            return refused(IssueOutcome.Reason.BILLED_BEFORE);
        }
        Optional<LocalDate> next =
                billedTo.map(to -> to.plusDays(1)).or(() -> lines.firstDay(partner));
        if (next.filter(day -> day.isBefore(period.from())).isPresent()) {
            return refused(IssueOutcome.Reason.EARLIER_DAYS_OPEN);
        }
        if (!read.lineFileHash().equals(expectedHash)) {
            return refused(IssueOutcome.Reason.CHANGED);
        }
        refuseWrongSums(partner, read);
        rows.insert(partner, read, clock.now(), actor);
        trail.add(new AuditTrail.Note(
                actor,
                Deed.STATEMENT_ISSUED,
                Optional.of(partner),
                Optional.empty(),
                read.header().reference(),
                "hash " + expectedHash));
        return new IssueOutcome.Issued(find(partner, read.header().number()).orElseThrow(), false);
    }

    private static IssueOutcome refused(IssueOutcome.Reason reason) {
        return new IssueOutcome.Refused(reason);
    }

    private void refuseWrongSums(PartnerId partner, PartnerStatementFigures read) {
        StatementPeriod period = read.header().period();
        PartnerPosition opening = lines.before(partner, period.from());
        PartnerPosition closing = opening.after(lines.total(partner, period));
        if (!read.opening().equals(opening) || !read.closing().equals(closing)) {
            throw new IllegalStateException("statement " + read.header().reference() + " goes from "
                    + read.opening() + " to " + read.closing() + ", the books from " + opening
                    + " to " + closing);
        }
    }
}
