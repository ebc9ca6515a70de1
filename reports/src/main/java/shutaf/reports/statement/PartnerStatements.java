package shutaf.reports.statement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.reports.document.ReportLanguage;
import shutaf.settlement.IssueOutcome;
import shutaf.settlement.PartnerLines;
import shutaf.settlement.PartnerStatementFigures;
import shutaf.settlement.StatementHeader;
import shutaf.settlement.StatementPeriod;
import shutaf.settlement.StatementShelf;
import shutaf.settlement.Statements;
import shutaf.shared.BusinessDay;
import shutaf.shared.PartnerId;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A partner's statements for whoever downloads them: list, figures, paper, line file, verifier; and
 * issuing them.
 *
 * <p>A number names a statement whether it is issued or not: a draft is read from the books as they
 * are, an issued one from what was issued. Another partner's number is not found. The caller has
 * made sure that its user may see this partner.
 */
@ApplicationScoped
@Transactional
public class PartnerStatements implements StatementShelf {
    private static final String VERIFIER = "StatementVerifier.java";

    @Inject
    private Statements statements;

    @Inject
    private PartnerLines lines;

    /**
     * All statements of the partner, the latest period first: drafts of open months, then issued.
     */
    @Override
    public List<StatementHeader> list(PartnerId partner) {
        List<StatementHeader> all = new ArrayList<>();
        for (StatementPeriod open : statements.open(partner)) {
            statements.draft(partner, open).ifPresent(all::add);
        }
        all.addAll(statements.issued(partner));
        return all;
    }

    /** The figures of that number: as issued, else as they would be now. */
    @Override
    public Optional<PartnerStatementFigures> figures(PartnerId partner, String number) {
        return statements
                .find(partner, number)
                .or(() -> statements
                        .draft(partner, number)
                        .map(header -> read(partner, header, OutputStream.nullOutputStream())));
    }

    @Override
    public Optional<byte[]> pdf(PartnerId partner, String number, Locale language) {
        return pdf(partner, number, ReportLanguage.ofTag(language.toLanguageTag()));
    }

    /** The paper: the same bytes each time, until a draft's figures change. */
    public Optional<byte[]> pdf(PartnerId partner, String number, ReportLanguage language) {
        return figures(partner, number)
                .map(figures -> PartnerStatementPdf.render(figures, language));
    }

    /**
     * Writes the line file, CSV with the chain of hashes, one line a movement; read from the books
     * as it is written, so that its length does not matter.
     *
     * @param file stays open
     * @return whether there is such a statement; if not, nothing was written
     * @throws IllegalStateException at the end, when an issued statement's lines are no longer
     *     those that it was issued with; then the file must not be handed over as whole
     */
    @Override
    public boolean lines(PartnerId partner, String number, OutputStream file) {
        Optional<PartnerStatementFigures> issued = statements.find(partner, number);
        Optional<StatementHeader> header = issued.map(PartnerStatementFigures::header)
                .or(() -> statements.draft(partner, number));
        if (header.isEmpty()) {
            return false;
        }
        String hash = read(partner, header.get(), file).lineFileHash();
        if (issued.isPresent() && !issued.get().lineFileHash().equals(hash)) {
            throw new IllegalStateException(
                    "the books no longer give the lines of " + header.get().reference());
        }
        return true;
    }

    /**
     * Issues the statement of that number. From then on it never changes.
     *
     * @param expectedHash last hash of the draft that the issuer has looked at: what was seen is
     *     what is issued
     * @param actor who issues
     */
    public IssueOutcome issue(PartnerId partner, String number, String expectedHash, String actor) {
        return figures(partner, number)
                .map(figures -> statements.issue(partner, figures, expectedHash, actor))
                .orElse(new IssueOutcome.Refused(IssueOutcome.Reason.NOT_FOUND));
    }

    /** The program with which a partner checks a line file; one Java source file, UTF-8. */
    public static byte[] verifier() {
        try (InputStream source = PartnerStatements.class.getResourceAsStream(VERIFIER)) {
            return source.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + VERIFIER, broken);
        }
    }

    private PartnerStatementFigures read(
            PartnerId partner, StatementHeader header, OutputStream file) {
        try {
            StatementReading reading = new StatementReading(
                    header, lines.before(partner, header.from()), BusinessDay.ZONE, file);
            lines.stream(partner, header.period(), line -> {
                try {
                    reading.add(line);
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            });
            return reading.figures(statements.vat(header.to()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
