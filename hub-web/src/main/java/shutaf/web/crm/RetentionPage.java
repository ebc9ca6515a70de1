package shutaf.web.crm;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;

import shutaf.crm.PartnerDirectory;
import shutaf.crm.TierDirectory;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.retention.CohortCell;
import shutaf.reports.retention.RetentionFigures;
import shutaf.reports.retention.RetentionLinks;
import shutaf.reports.retention.RetentionReading;
import shutaf.reports.retention.RetentionReport;
import shutaf.reports.retention.RetentionReports;
import shutaf.web.look.Preferences;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The retention report as a page: who came back, by month of the first purchase; narrowed as the
 * address says.
 */
@Named("retentionPage")
@RequestScoped
public class RetentionPage {
    private static final int PER_MILLE = 1000;
    private static final int STEPS = 9;

    @Inject
    private RetentionReports reports;

    @Inject
    private PartnerDirectory partners;

    @Inject
    private TierDirectory tiers;

    @Inject
    private Preferences chosen;

    private AskedReport asked;
    private Optional<RetentionReading> reading = Optional.empty();
    private Optional<RetentionFigures> figures = Optional.empty();
    private String replica = "";
    private Optional<RetentionLinks> links = Optional.empty();
    private List<Row> rows = List.of();

    /**
     * A cohort's row.
     *
     * @param month month of the first purchase
     * @param size members of the cohort
     * @param address where they are listed
     * @param cells month by month
     */
    public record Row(YearMonth month, long size, String address, List<Cell> cells) {}

    /**
     * A cell of the map.
     *
     * @param active members who bought in that month
     * @param address where they are listed; empty where there are none
     * @param perMille their share of the cohort, in tenths of a percent
     * @param step 0 to 9, how strong the colour is
     */
    public record Cell(long active, String address, long perMille, long step) {}

    /** Reads the report of the address; what cannot be followed is said on the page. */
    public void open() {
        ExternalContext outside = FacesContext.getCurrentInstance().getExternalContext();
        asked = AskedReport.of(outside.getRequestParameterMap(), partners, tiers);
        if (asked.isWrong()) {
            outside.setResponseStatus(asked.status());
            return;
        }
        Optional<RetentionReport> report = reports.read(asked.filter());
        ReportLanguage language = ReportLanguage.ofTag(chosen.getLanguage());
        reading = report.map(read -> RetentionReading.of(read, language));
        replica = report.map(read -> language.asOf(read.asOf())).orElse("");
        figures = report.map(RetentionReport::figures);
        links = report.map(RetentionLinks::ofPages);
        figures.ifPresent(this::lay);
    }

    /** Colours reach from nothing to the highest share after the first month, as on the paper. */
    private void lay(RetentionFigures read) {
        long highest = read.cells().stream()
                .filter(c -> c.k() > 0)
                .mapToLong(RetentionPage::perMille)
                .max()
                .orElse(PER_MILLE);
        List<Row> laid = new ArrayList<>();
        read.byCohort()
                .forEach((month, cells) -> laid.add(new Row(
                        month,
                        cells.getFirst().size(),
                        getLinks().cohort(month, cells.getFirst().size()),
                        cells.stream().map(c -> cell(c, Math.max(1, highest))).toList())));
        rows = List.copyOf(laid);
    }

    private Cell cell(CohortCell cell, long highest) {
        long share = perMille(cell);
        long step = cell.k() == 0 || share == 0 ? 0 : Math.clamp(share * STEPS / highest, 1, STEPS);
        return new Cell(cell.active(), getLinks().cell(cell), share, step);
    }

    private static long perMille(CohortCell cell) {
        return share(cell.active(), cell.size());
    }

    /** A share in tenths of a percent, rounded to the nearest; 0 of nothing. */
    private static long share(long part, long whole) {
        return whole == 0 ? 0 : (2 * PER_MILLE * part + whole) / (2 * whole);
    }

    /** The figures; null while nobody has bought. */
    public RetentionFigures getFigures() {
        return figures.orElse(null);
    }

    /** Members who bought on at least two days, in tenths of a percent. */
    public long getRepeat() {
        return share(
                getFigures().summary().repeatCustomers(), getFigures().summary().customers());
    }

    /** Members back within 90 days, of those who had 90 days, in tenths of a percent. */
    public long getRepeatSoon() {
        return share(getFigures().summary().repeat90d(), getFigures().summary().eligible90d());
    }

    /** The first month and the next of all cohorts together; only the first where no more was. */
    public Together getNextMonth() {
        List<Together> all = getTogether();
        return all.get(Math.min(1, all.size() - 1));
    }

    /**
     * All cohorts together in one month.
     *
     * @param active members who bought in it
     * @param address where they are listed; empty where there are none
     * @param reached members of the cohorts that reached it
     * @param reachedAddress where they are listed
     * @param perMille the share in tenths of a percent
     */
    public record Together(
            long active, String address, long reached, String reachedAddress, long perMille) {}

    /** The cohorts. */
    public List<Row> getRows() {
        return rows;
    }

    /** All cohorts together, month by month. */
    public List<Together> getTogether() {
        return getFigures().allCohorts().stream()
                .map(a -> new Together(
                        a.active(),
                        getLinks().month(a),
                        a.size(),
                        getLinks().reached(a),
                        share(a.active(), a.size())))
                .toList();
    }

    /** What the figures open; null while nobody has bought. */
    public RetentionLinks getLinks() {
        return links.orElse(null);
    }

    /** Months after the first, for the heading. */
    public List<Integer> getMonths() {
        return IntStream.range(0, getFigures().allCohorts().size()).boxed().toList();
    }

    /** The members' figures in words; null while nobody has bought. */
    public RetentionReading getReading() {
        return reading.orElse(null);
    }

    /** Up to when the replica had followed that was read; empty without one. */
    public String getReplica() {
        return replica;
    }

    /** The chosen partner's code, empty for the whole coalition. */
    public String getPartner() {
        return asked.getPartner();
    }

    /** To what the report is narrowed. */
    public AskedReport getAsked() {
        return asked;
    }
}
