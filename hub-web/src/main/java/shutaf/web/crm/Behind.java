package shutaf.web.crm;

import shutaf.crm.PartnerDirectory;
import shutaf.crm.TierDirectory;
import shutaf.crm.behind.Parameters;
import shutaf.crm.behind.Question;
import shutaf.crm.behind.Questions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An address that asks for the members behind a figure, read once for page and file alike.
 *
 * @param question which figure; empty when something is wrong
 * @param narrowed to what its report was narrowed
 * @param wrong names of parameters that could not be read
 */
public record Behind(Optional<Question> question, AskedReport narrowed, List<String> wrong) {

    /** Copies the list. */
    public Behind {
        wrong = List.copyOf(wrong);
    }

    static Behind of(Map<String, String> given, PartnerDirectory partners, TierDirectory tiers) {
        Parameters parameters = new Parameters(given);
        AskedReport narrowed = AskedReport.of(given, partners, tiers);
        Optional<Question> question = Questions.asked(parameters);
        if (question.filter(Question::ofScores).isPresent()) {
            narrowed.filter().from().ifPresent(unused -> parameters.refuse("from"));
            narrowed.filter().to().ifPresent(unused -> parameters.refuse("to"));
        }
        List<String> wrong = Stream.concat(
                        parameters.wrong().stream(),
                        narrowed.wrong().stream().map(AskedReport.Wrong::name))
                .distinct()
                .toList();
        return new Behind(question.filter(unused -> wrong.isEmpty()), narrowed, wrong);
    }

    /** The parameters once more, for links to the same members. */
    public String address() {
        Question asked = question.orElseThrow();
        String filter = narrowed.queryBut(asked.parameters().keySet());
        return asked.address() + (filter.isEmpty() ? "" : "&" + filter);
    }
}
