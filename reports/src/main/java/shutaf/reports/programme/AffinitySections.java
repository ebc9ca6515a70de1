package shutaf.reports.programme;

import shutaf.crm.behind.Both;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Together;
import shutaf.economics.BasketAffinity.Pair;
import shutaf.partner.PartnerNames;
import shutaf.reports.document.ReportLanguage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What goes together, strongest first. */
final class AffinitySections {
    private static final int SHOWN = 25;

    private final ProgrammeReport report;
    private final ReportLanguage language;

    AffinitySections(ProgrammeReport report, ReportLanguage language) {
        this.report = report;
        this.language = language;
    }

    List<Section> all() {
        ProgrammeFacts.Pairs pairs = report.figures().facts().pairs();
        Map<String, String> names = report.partners().values().stream()
                .collect(Collectors.toMap(
                        PartnerNames::code,
                        p -> language.either(p.hebrew(), p.english()),
                        (one, same) -> one));
        return List.of(
                section(
                        "pair_partners",
                        pairs.partners(),
                        c -> names.getOrDefault(c, c),
                        p -> new Both(p.one(), Optional.of(p.other()))),
                section(
                        "pair_categories",
                        pairs.categories(),
                        c -> c,
                        p -> new Together(p.one(), p.other())));
    }

    private Section section(
            String key,
            List<Pair> pairs,
            UnaryOperator<String> name,
            Function<Pair, Question> ask) {
        Draft draft = new Draft(language, key)
                .columns(
                        "one", "other", "both", "support", "confidence", "confidence_back", "lift");
        for (Pair pair : pairs) {
            Question both = ask.apply(pair);
            draft.row(
                    new Cell.Words(name.apply(pair.one())),
                    new Cell.Words(name.apply(pair.other())),
                    new Cell.Whole(pair.both()).behind(both),
                    Cell.Share.of(pair.both(), pair.baskets()).behind(both),
                    Cell.Share.of(pair.both(), pair.ones()).behind(both),
                    Cell.Share.of(pair.both(), pair.others()).behind(both),
                    new Cell.Ratio(lift(pair)).behind(both));
        }
        return draft.note(draft.text("pairs.note", language.figures().whole(ProgrammeFacts.LEAST)))
                .shown(SHOWN)
                .done();
    }

    private static double lift(Pair pair) {
        return (double) pair.both() * pair.baskets() / ((double) pair.ones() * pair.others());
    }
}
