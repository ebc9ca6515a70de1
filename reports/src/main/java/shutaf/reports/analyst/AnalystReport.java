package shutaf.reports.analyst;

import shutaf.reports.asked.MembersLinks;
import shutaf.reports.document.ReportLanguage;
import shutaf.reports.lifetimevalue.LifetimeReport;
import shutaf.reports.lifetimevalue.LifetimeReportPdf;
import shutaf.reports.retention.MemberFigures;
import shutaf.reports.retention.RetentionCsv;
import shutaf.reports.retention.RetentionReport;
import shutaf.reports.retention.RetentionReportPdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;

/**
 * The analyst's command: {@code mvn -Preport} calls this main method in the project's root.
 *
 * <p>Exit code 0: the files are written; 1: they are not, and one sentence says why. The sentence
 * also goes into the file that {@code shutaf.outcome} names, as an enforcer rule, so that it is
 * Maven's own last word instead of a page of stack trace.
 */
public final class AnalystReport {

    private static final System.Logger LOG = System.getLogger("shutaf.report");

    private static final Map<String, Function<Findings, String>> FILES = files();

    private AnalystReport() {}

    /** Reads, fits, writes and ends. */
    public static void main(String... arguments) {
        System.exit(run(System.getProperties()));
    }

    /** The whole command; the answer is its exit code. */
    static int run(Properties properties) {
        String outcome = properties.getProperty("shutaf.outcome", "");
        // Should the process be killed, this is the last word and not that of an earlier run.
        failed(outcome, "The report was begun and not finished.");
        try {
            write(properties);
            outcome(outcome, "<alwaysPass />");
            return 0;
        } catch (UnusableRequest refused) {
            return failed(outcome, refused.getMessage());
        } catch (IOException broken) {
            return failed(outcome, "The files could not be read or written: " + broken);
        } catch (OutOfMemoryError tooMany) {
            return failed(outcome, tooLarge());
        }
    }

    /** What is said of a file whose customers do not fit. */
    static String tooLarge() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return "The file has more customers than fit into " + megabytes + " MB of memory, so files"
                + " may be missing or from an earlier run. Give it more, for example by setting"
                + " JAVA_TOOL_OPTIONS=-Xmx" + Math.max(2, 2 * megabytes / 1024)
                + "g, or take fewer customers.";
    }

    private static void write(Properties properties) throws UnusableRequest, IOException {
        AnalystRequest request = AnalystRequest.of(properties);
        Findings findings = Findings.of(request, PurchaseLog.read(request));
        Files.createDirectories(request.out());
        for (var file : FILES.entrySet()) {
            Files.writeString(
                    request.out().resolve(file.getKey()), file.getValue().apply(findings));
        }
        Map<String, byte[]> papers = papers(findings);
        for (var paper : papers.entrySet()) {
            Files.write(request.out().resolve(paper.getKey()), paper.getValue());
        }
        LOG.log(
                System.Logger.Level.INFO,
                "{0}: {1}, {2}",
                request.out(),
                String.join(", ", FILES.keySet()),
                String.join(", ", papers.keySet()));
        List<String> caveats = Caveats.of(findings);
        if (!caveats.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "before you believe the figures:\n* " + String.join("\n* ", caveats));
        }
    }

    /** Both reports in both languages. */
    private static Map<String, byte[]> papers(Findings findings) {
        String name = findings.request().transactions().getFileName().toString();
        LifetimeReport lifetime = new LifetimeReport(
                name, name, findings.log().firstDay(), findings.lifetime(), MembersLinks.none());
        RetentionReport retention = new RetentionReport(
                name,
                name,
                name,
                name,
                findings.retention().summary().obsEnd(),
                findings.retention(),
                MemberFigures.of(findings.block()),
                List.of(),
                MembersLinks.none());
        Map<String, byte[]> papers = new LinkedHashMap<>();
        for (ReportLanguage language : ReportLanguage.values()) {
            papers.put(
                    "lifetime_value_" + language.tag() + ".pdf",
                    LifetimeReportPdf.render(lifetime, language));
            papers.put(
                    "retention_" + language.tag() + ".pdf",
                    RetentionReportPdf.render(retention, language));
        }
        return papers;
    }

    /** Every file of text, made one at a time: those of a million customers are large. */
    private static Map<String, Function<Findings, String>> files() {
        Map<String, Function<Findings, String>> files = new LinkedHashMap<>();
        files.put("fit.json", FitJson::of);
        files.put("predictions.csv", PredictionsCsv::of);
        files.put("cohort_retention.csv", found -> RetentionCsv.of(found.retention()));
        files.put("retention_summary.json", RetentionFiles::summary);
        files.put("rfm.csv", RetentionFiles::rfm);
        files.put(
                "km_second_purchase.csv",
                found -> RetentionFiles.secondPurchase(found.secondPurchase()));
        return files;
    }

    private static int failed(String outcome, String sentence) {
        String escaped = sentence.replace("&", "&amp;").replace("<", "&lt;");
        try {
            outcome(outcome, "<alwaysFail><message>" + escaped + "</message></alwaysFail>");
        } catch (IOException lost) {
            // The exit code still says that it failed; there is nowhere left to say why.
            return 1;
        }
        return 1;
    }

    private static void outcome(String file, String rule) throws IOException {
        if (!file.isEmpty()) {
            Files.createDirectories(Path.of(file).toAbsolutePath().getParent());
            Files.writeString(Path.of(file), "<enforcer><rules>" + rule + "</rules></enforcer>\n");
        }
    }
}
