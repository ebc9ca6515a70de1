package shutaf.web.crm;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;

import shutaf.crm.MembersBehind;
import shutaf.crm.PartnerDirectory;
import shutaf.crm.TierDirectory;
import shutaf.crm.behind.Question;
import shutaf.reports.document.CsvText;
import shutaf.web.look.Download;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The members behind a figure as a file; the trail keeps whose figure it was. */
@WebServlet("/crm/behind-file")
public class BehindFile extends ReportFile {
    private static final long serialVersionUID = 1L;
    private static final int CENTS = 2;
    private static final int MICRO = 6;

    @Inject
    private transient MembersBehind members;

    @Inject
    private transient PartnerDirectory partners;

    @Inject
    private transient TierDirectory tiers;

    /** As rows for a spreadsheet. */
    public BehindFile() {
        super("members", "csv");
    }

    @Override
    Optional<String> subject(HttpServletRequest request) {
        return Optional.of(asked(request))
                .filter(behind -> behind.question().isPresent())
                .map(behind -> "behind?" + behind.address());
    }

    @Override
    void send(Wanted wanted, String name, String as) throws IOException {
        Behind asked = asked(wanted.request());
        Download.begin(wanted.response(), "text/csv;charset=UTF-8", name + ".csv");
        PrintWriter csv = wanted.response().getWriter();
        csv.print("member,name,card,tier,days,first,last,spent,clv12,p_alive,ranked_by\n");
        Question question = asked.question().orElseThrow();
        boolean plain =
                question.rank() == Question.Rank.POINTS || question.rank() == Question.Rank.TIMES;
        members.each(question, asked.narrowed().filter(), row -> line(csv, row, plain));
    }

    private static void line(PrintWriter csv, MembersBehind.Row row, boolean plain) {
        csv.print(row.id().value() + "," + CsvText.field(row.name()) + "," + row.card() + ","
                + row.tier() + "," + row.days() + "," + text(row.first()) + "," + text(row.last())
                + ","
                + money(Optional.of(row.spentMinor())) + "," + money(row.valueMinor()) + ","
                + row.aliveMillionths()
                        .map(a -> BigDecimal.valueOf(a, MICRO).toPlainString())
                        .orElse("")
                + "," + (plain ? text(row.worth()) : money(row.worth())) + "\n");
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String money(Optional<Long> minor) {
        return minor.map(m -> BigDecimal.valueOf(m, CENTS).toPlainString()).orElse("");
    }

    private Behind asked(HttpServletRequest request) {
        Map<String, String> given = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, p -> p.getValue()[0]));
        return Behind.of(given, partners, tiers);
    }
}
