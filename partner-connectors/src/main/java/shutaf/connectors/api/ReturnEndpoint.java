package shutaf.connectors.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import shutaf.connectors.api.contract.Answers;
import shutaf.connectors.api.contract.Reading;
import shutaf.connectors.api.contract.ReturnReading;
import shutaf.connectors.api.contract.SentReturn;
import shutaf.connectors.api.problem.Problems;
import shutaf.ledger.JournalRef;
import shutaf.returns.GoodsReturn;
import shutaf.returns.ReturnDesk;
import shutaf.returns.ReturnOutcome;

import java.util.List;
import java.util.Locale;

/** Goods come back, and with them the points that they earned. */
@Path("returns")
@Tag(name = "returns")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReturnEndpoint {
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;

    @Inject
    private ReturnDesk desk;

    @Inject
    private KeyedAnswers keyed;

    /** What a return would cost the member. */
    @POST
    @Path("preview")
    @Operation(summary = "What a return would take back; changes nothing")
    @APIResponse(
            responseCode = "200",
            description = "What would come back",
            content = @Content(schema = @Schema(implementation = Answers.OfReturn.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response preview(SentReturn sent, @BeanParam Call call) {
        return switch (ReturnReading.read(sent, call.partner())) {
            case Reading.Unusable<GoodsReturn> bad -> Problems.response(bad.problem());
            case Reading.Usable<GoodsReturn> good -> {
                Answer answer = answer(desk.preview(good.value()), "PREVIEW", call.language());
                yield answer.isRefusal()
                        ? answer.response()
                        : Answer.read(answer.body()).response();
            }
        };
    }

    /** Takes goods back. */
    @POST
    @Operation(summary = "Lines of a former receipt -> points that come back, spent, owed")
    @APIResponse(
            responseCode = "201",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = Answers.OfReturn.class)))
    @APIResponse(
            responseCode = "200",
            description = "Taken back before: the first answer again",
            content = @Content(schema = @Schema(implementation = Answers.OfReturn.class)))
    @APIResponse(
            responseCode = "202",
            description = "Waits for its sale",
            content = @Content(schema = @Schema(implementation = Answers.OfReturn.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response takeBack(SentReturn sent, @BeanParam Call call) {
        return switch (ReturnReading.read(sent, call.partner())) {
            case Reading.Unusable<GoodsReturn> bad -> Problems.response(bad.problem());
            case Reading.Usable<GoodsReturn> good ->
                keyed.once(
                        call.key("return", sent),
                        () -> answer(desk.takeBack(good.value()), "RETURNED", call.language()));
        };
    }

    static Answer answer(ReturnOutcome outcome, String status, Locale language) {
        return switch (outcome) {
            case ReturnOutcome.Returned r ->
                Answer.made(
                        CREATED,
                        new Answers.OfReturn(
                                r.journal().map(JournalRef::toString).orElse(null),
                                status,
                                r.pointsBack(),
                                r.alreadySpent(),
                                r.owed(),
                                r.balance(),
                                Wording.reasons(r.reasons(), language)),
                        r.repeated());
            case ReturnOutcome.Waiting w ->
                Answer.made(
                        ACCEPTED,
                        new Answers.OfReturn(null, "WAITING", 0, 0, 0, null, List.of()),
                        w.repeated());
            case ReturnOutcome.Refused r -> Answer.refused(r.refusal());
        };
    }
}
