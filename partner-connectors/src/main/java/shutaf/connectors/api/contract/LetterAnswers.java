package shutaf.connectors.api.contract;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** What partners are answered about messages that could not be taken in. */
public final class LetterAnswers {
    private LetterAnswers() {}

    /**
     * A message that was put aside.
     *
     * @param id number of the message
     * @param code why, as in problem documents; FAULT when it was ours
     * @param reason what is wrong and what to do
     * @param failedAt when it was put aside
     */
    @Schema(name = "DeadLetter")
    public record Letter(
            @Schema(required = true) String id,
            @Schema(required = true) String code,
            @Schema(required = true) String reason,
            @Schema(format = "date-time") String failedAt) {}

    /**
     * Messages that were put aside.
     *
     * @param letters the oldest first
     */
    @Schema(name = "DeadLetters")
    public record All(@Schema(required = true) List<Letter> letters) {}

    /**
     * A second try.
     *
     * @param replayed how many messages were sent through the queue again
     */
    @Schema(name = "Replayed")
    public record Replayed(@Schema(required = true) int replayed) {}
}
