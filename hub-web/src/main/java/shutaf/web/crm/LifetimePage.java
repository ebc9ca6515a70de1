package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.PartnerDirectory;
import shutaf.crm.TierDirectory;
import shutaf.crm.score.Scores;
import shutaf.crm.score.Scoring;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.CustomerBase;
import shutaf.reports.lifetimevalue.LifetimeLinks;
import shutaf.reports.lifetimevalue.LifetimeReading;
import shutaf.reports.lifetimevalue.LifetimeReport;
import shutaf.reports.lifetimevalue.LifetimeReports;
import shutaf.web.look.Preferences;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Customer lifetime value as a page: which model was read and why, its forecast beside what came,
 * and what is expected; for all or for one partner, with a chosen end of calibration.
 */
@Named("lifetimePage")
@RequestScoped
public class LifetimePage {
    private static final int DAYS = 7;
    private static final int PER_MILLE = 1000;

    @Inject
    private LifetimeReports reports;

    @Inject
    private Scores scores;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private Preferences chosen;

    @Inject
    private TierDirectory tiers;

    private String until = "";
    private AskedReport asked;
    private Optional<LifetimeReport> report = Optional.empty();
    private Optional<LifetimeReading> reading = Optional.empty();
    private String replica = "";
    private Optional<Scoring> scoring = Optional.empty();
    private List<Scores.Group<Integer>> tenths = List.of();

    /** Reads the report of the address; what cannot be followed is said on the page. */
    public void open() {
        ExternalContext outside = FacesContext.getCurrentInstance().getExternalContext();
        asked = AskedReport.of(outside.getRequestParameterMap(), partners, tiers);
        if (asked.isWrong()) {
            outside.setResponseStatus(asked.status());
            return;
        }
        report = reports.read(asked.filter(), day(until));
        if (!asked.isNarrow()) {
            scoring = scores.scoring(asked.filter().scope());
            tenths = scores.tenths(asked.filter().scope());
        }
        ReportLanguage language = ReportLanguage.ofTag(chosen.getLanguage());
        reading = report.map(read -> LifetimeReading.of(read, language));
        replica = report.map(read -> language.asOf(read.asOf())).orElse("");
    }

    /** The day of a text like 2026-11-20; nothing where it is no day. */
    static Optional<LocalDate> day(String text) {
        return text == null ? Optional.empty() : AskedReport.day(text);
    }

    /** What the page says; null while nobody has bought. */
    public LifetimeReading getReading() {
        return reading.orElse(null);
    }

    /** Up to when the replica had followed that was read; empty without one. */
    public String getReplica() {
        return replica;
    }

    /** What the figures open; null while nobody has bought. */
    public LifetimeLinks getLinks() {
        return report.map(LifetimeLinks::ofPages).orElse(null);
    }

    /** How the scores came about whose tenths these are; null before the first. */
    public Scoring getScoring() {
        return scoring.orElse(null);
    }

    /** All customers in ten parts by value, as of the last night. */
    public List<Scores.Group<Integer>> getTenths() {
        return tenths;
    }

    /** A part's share of all value, in tenths of a percent. */
    public long share(Scores.Group<Integer> part) {
        long all = tenths.stream().mapToLong(Scores.Group::valueMinor).sum();
        return all <= 0 ? 0 : (2 * PER_MILLE * part.valueMinor() + all) / (2 * all);
    }

    /** First day with a purchase. */
    public LocalDate getFrom() {
        return report.map(LifetimeReport::from).orElse(null);
    }

    /** The customers and their times; null while nobody has bought. */
    public CustomerBase getBase() {
        return report.map(read -> read.figures().base()).orElse(null);
    }

    /** Whether a day was asked for that is none, or lies outside the history. */
    public boolean isOutside() {
        return !until.isEmpty()
                && report.isPresent()
                && !day(until).equals(Optional.of(getBase().calibrationEnd()));
    }

    /** Whether the last week of the holdout has fewer than seven days. */
    public boolean isLastWeekShort() {
        CustomerBase base = getBase();
        return ChronoUnit.DAYS.between(base.calibrationEnd(), base.holdoutEnd()) % DAYS != 0;
    }

    /** The end of calibration as the form shows it. */
    public String getShownUntil() {
        return report.isPresent() ? getBase().calibrationEnd().toString() : until;
    }

    /** To what the report is narrowed. */
    public AskedReport getAsked() {
        return asked;
    }

    /** What links to the same report add to the choice. */
    public String getUntilOfLinks() {
        return report.map(read -> "&until=" + read.figures().base().calibrationEnd())
                .orElse("");
    }

    /** The end of calibration that was asked for, empty for the usual one. */
    public String getUntil() {
        return until;
    }

    /** Called by Faces. */
    public void setUntil(String asked) {
        until = asked == null ? "" : asked;
    }
}
