package shutaf.reports.document;

import java.time.LocalDate;

/**
 * What a paper says about itself.
 *
 * @param title title of the document, in its language
 * @param subject one line under it in file properties
 * @param reference number, version or scope; stands at the foot of each page
 * @param madeOn the day that the figures were read; never the day of printing, so that printing
 *     again gives the same bytes
 * @param fingerprint text that differs when any figure differs; becomes the document's identity
 * @param landscape true for wide tables
 */
public record PaperFacts(
        String title,
        String subject,
        String reference,
        LocalDate madeOn,
        String fingerprint,
        boolean landscape) {}
