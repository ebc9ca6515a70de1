package shutaf.settlement;

import shutaf.shared.PartnerId;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a partner's statements lie ready for whoever delivers them, paper and line file included.
 * The papers are made by another module, which fills this shelf.
 *
 * <p>Another partner's number is not found. The caller has made sure whose statements these are.
 */
public interface StatementShelf {
    /** All of the partner, the latest period first: drafts of open months, then issued ones. */
    List<StatementHeader> list(PartnerId partner);

    /** The figures of that number: as issued, else as they would be now. */
    Optional<PartnerStatementFigures> figures(PartnerId partner, String number);

    /**
     * The paper, as PDF.
     *
     * @param language Hebrew or English
     */
    Optional<byte[]> pdf(PartnerId partner, String number, Locale language);

    /**
     * Writes the line file: CSV, UTF-8, one line a movement, each with the hash of all before it.
     *
     * @param file stays open
     * @return whether there is such a statement; if not, nothing was written
     * @throws IllegalStateException at the end, when the books no longer give the lines of an
     *     issued statement; then the file must not be handed over as whole
     */
    boolean lines(PartnerId partner, String number, OutputStream file);
}
