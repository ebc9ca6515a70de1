package shutaf.reports.lifetimevalue;

import shutaf.reports.document.CsvText;
import shutaf.reports.lifetimevalue.LifetimeFigures.Outlook;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The lifetime value report as CSV, one figure a line, unrounded: the part of the report, the item
 * in it, the figure's name, its value. A value that does not exist is empty. The names are those of
 * the JSON file.
 */
public final class LifetimeCsv {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

    private final StringBuilder csv = new StringBuilder("part,item,figure,value\n");
    private final LifetimeFigures figures;

    private LifetimeCsv(LifetimeFigures figures) {
        this.figures = figures;
    }

    /** The figures with their heading; line end LF. */
    public static String of(LifetimeReport report) {
        LifetimeCsv writer = new LifetimeCsv(report.figures());
        CustomerBase base = report.figures().base();
        writer.put("report", "", "scope", report.scopeEn());
        writer.put("report", "", "first_purchase", report.from().toString());
        writer.put("report", "", "calibration_end", base.calibrationEnd().toString());
        writer.put("report", "", "holdout_end", base.holdoutEnd().toString());
        writer.put("customers", "", "customers", Long.toString(base.customers().size()));
        writer.put(
                "customers",
                "",
                "repeaters",
                Long.toString(report.figures().patterns().repeaters()));
        writer.put(
                "customers",
                "",
                "left_out_first_purchase_after_calibration",
                Long.toString(base.newInHoldout()));
        report.figures().outlook().ifPresent(writer::outlook);
        report.figures().fits().forEach(writer::model);
        writer.model("gg", report.figures().spend().fit());
        return writer.csv.toString();
    }

    private void outlook(Outlook outlook) {
        String model = outlook.model();
        put("outlook", model, "identified", Boolean.toString(outlook.identified()));
        put("outlook", model, "expected_to_buy_again", outlook.active());
        put("outlook", model, "expected_purchases_52_weeks", outlook.purchases());
        put("outlook", model, "clv12_total", outlook.value());
        for (int part = 0; part < outlook.shares().size(); part++) {
            String tenth = Integer.toString(part + 1);
            put("clv12_tenth", tenth, "share", outlook.shares().get(part));
        }
        outlook.check().ifPresent(this::holdout);
    }

    private void holdout(HoldoutCheck check) {
        put("holdout", "total", "actual", Long.toString(check.actual()));
        put("holdout", "total", "expected", check.expected());
        put("holdout", "total", "miss", check.miss());
        put("holdout", "total", "mean_absolute_error", check.meanAbsoluteError());
        for (HoldoutCheck.Week week : check.weeks()) {
            String last = week.last().toString();
            put("holdout_week", last, "actual", Long.toString(week.actual()));
            put("holdout_week", last, "expected", week.expected());
        }
        for (HoldoutCheck.FrequencyClass c : check.filledClasses()) {
            put("holdout_repeat_purchases", c.label(), "customers", Long.toString(c.customers()));
            put("holdout_repeat_purchases", c.label(), "actual", Long.toString(c.actual()));
            put("holdout_repeat_purchases", c.label(), "expected", c.expected());
        }
    }

    private void model(String name, Fit<?> fit) {
        boolean readable = fit instanceof Fit.Identified<?>;
        put("model", name, "identified", Boolean.toString(readable));
        fit.climbed().ifPresent(found -> {
            put("model", name, "LL", found.logLikelihood());
            List<String> names = readable ? found.names() : List.of();
            for (int i = 0; i < names.size(); i++) {
                put("model", name, names.get(i), found.parameters().get(i));
                put("model", name, names.get(i) + "_se", found.errors().get(i));
            }
        });
        fit.findings().forEach(finding -> put("model", name, "finding", finding.key()));
        if (fit instanceof Fit.NotIdentified<?> && !name.equals("gg")) {
            figures.instead().ifPresent(simpler -> put("model", name, "read_instead", simpler));
        }
    }

    private void put(String part, String item, String figure, double value) {
        put(part, item, figure, Double.isFinite(value) ? Double.toString(value) : "");
    }

    private void put(String part, String item, String figure, String value) {
        String number = NUMBER.matcher(value).matches() ? value : CsvText.field(value);
        csv.append(String.join(",", part, CsvText.field(item), figure, number)).append('\n');
    }
}
