package shutaf.connectors.api;

import shutaf.connectors.api.contract.Answers;
import shutaf.connectors.api.problem.FieldError;
import shutaf.intake.IntakeOutcome;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.util.List;
import java.util.Locale;

/** Turns outcomes of the intake into answers. Pure: the same outcome, the same answer. */
final class PurchaseAnswers {
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final String UNCLAIMED = "UNCLAIMED";
    private static final String ACCRUED = "ACCRUED";
    private static final String REFUSED = "REFUSED";

    private PurchaseAnswers() {}

    static Answer one(IntakeOutcome outcome, Locale language) {
        return switch (outcome) {
            case IntakeOutcome.Accrued a ->
                Answer.made(
                        CREATED,
                        new Answers.OfPurchase(
                                a.journal().toString(),
                                ACCRUED,
                                a.points(),
                                a.pendingPoints(),
                                a.balance(),
                                Wording.reasons(a.reasons(), language)),
                        a.repeated());
            case IntakeOutcome.Unclaimed u ->
                Answer.made(
                        ACCEPTED,
                        new Answers.OfPurchase(null, UNCLAIMED, 0, 0, null, List.of()),
                        u.repeated());
            case IntakeOutcome.Refused r -> Answer.refused(r.refusal());
        };
    }

    static Answers.OfBatchItem item(int index, IntakeOutcome outcome) {
        return switch (outcome) {
            case IntakeOutcome.Accrued a ->
                new Answers.OfBatchItem(
                        index,
                        ACCRUED,
                        a.journal().toString(),
                        a.points(),
                        a.repeated() ? true : null,
                        null,
                        null,
                        null);
            case IntakeOutcome.Unclaimed u ->
                new Answers.OfBatchItem(
                        index, UNCLAIMED, null, null, u.repeated() ? true : null, null, null, null);
            case IntakeOutcome.Refused r -> refused(index, r.refusal());
        };
    }

    static Answers.OfBatchItem unusable(int index, List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return refused(index, new Refusal(RefusalReason.VALIDATION, first.field(), first.detail()));
    }

    private static Answers.OfBatchItem refused(int index, Refusal refusal) {
        return new Answers.OfBatchItem(
                index,
                REFUSED,
                null,
                null,
                null,
                refusal.reason().name(),
                refusal.detail(),
                refusal.field().isEmpty() ? null : refusal.field());
    }
}
