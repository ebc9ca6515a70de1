package shutaf.reports.mailing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.message.Letter;
import shutaf.message.MailingOrder;
import shutaf.message.ReceivingRole;
import shutaf.partner.PartnerNames;
import shutaf.partner.Partners;
import shutaf.platform.HubSettings;
import shutaf.reports.document.KeyFigure;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.mailing.MailedReports.Written;
import shutaf.shared.PartnerId;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a report into a letter: what it is of, its most important figures, where to read on. */
@ApplicationScoped
class ReportLetters {
    @Inject
    private MailedReports reports;

    @Inject
    private Partners partners;

    @Inject
    private HubSettings settings;

    /**
     * Reads, writes and wraps the report.
     *
     * @param due the day on which it was due
     * @return empty while there is nothing to report
     */
    Optional<Letter> write(MailingOrder order, LocalDate due) {
        ReportLanguage language = ReportLanguage.ofTag(order.language());
        Optional<PartnerNames> partner = order.scope().equals(PartnerId.HUB)
                ? Optional.empty()
                : partners.names(order.scope());
        MailedReports.Reader reader =
                new MailedReports.Reader(language, order.role() != ReceivingRole.PARTNER_MANAGER);
        return reports.write(order.report(), order.scope(), order.form(), reader)
                .map(written -> letter(order, due, language, partner, written));
    }

    private Letter letter(
            MailingOrder order,
            LocalDate due,
            ReportLanguage language,
            Optional<PartnerNames> partner,
            Written written) {
        String title = language.text(order.report() + ".title");
        String scope = partner.map(p -> language.either(p.hebrew(), p.english()))
                .orElseGet(() -> language.text("retention.coalition"));
        String code = partner.map(PartnerNames::code).orElse("");
        boolean partners = order.role() == ReceivingRole.PARTNER_MANAGER;
        return new Letter(
                order.language(),
                language.text(
                        "mailing.subject", title, scope, language.figures().day(due)),
                lines(language, title, scope, written.keys()),
                // A partner's manager has no way into the office, but a desk of his own.
                URI.create(settings.site()
                        + (partners
                                ? "/desk/position"
                                : "/crm/" + order.report() + "?partner=" + code)),
                language.text(partners ? "mailing.desk" : "mailing.page"),
                new Letter.Enclosed(
                        order.report() + (code.isEmpty() ? "" : "-" + code) + "-" + due + "."
                                + order.form().ending(),
                        order.form().mediaType(),
                        written.file()));
    }

    private static List<String> lines(
            ReportLanguage language, String title, String scope, List<KeyFigure> keys) {
        List<String> lines = new ArrayList<>();
        lines.add(language.text("mailing.opening", title, scope));
        lines.add("");
        for (KeyFigure key : keys) {
            String detail = key.detail().isEmpty() ? "" : " (" + key.detail() + ")";
            lines.add(key.meaning() + ": " + key.figure() + detail);
        }
        lines.add("");
        lines.add(language.text("mailing.enclosed"));
        return lines;
    }
}
