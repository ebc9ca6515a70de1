package shutaf.connectors.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import shutaf.connectors.api.contract.Answers;
import shutaf.connectors.api.contract.MemberReading;
import shutaf.connectors.api.contract.Reading;
import shutaf.connectors.api.contract.SentCapture;
import shutaf.connectors.api.contract.SentHold;
import shutaf.connectors.api.contract.SentReversal;
import shutaf.connectors.api.json.Json;
import shutaf.connectors.api.problem.HttpProblems;
import shutaf.connectors.api.problem.Problem;
import shutaf.connectors.api.problem.Problems;
import shutaf.redemption.HoldRequest;
import shutaf.redemption.Redemption;
import shutaf.redemption.RedemptionDesk;
import shutaf.redemption.RedemptionOutcome;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/** Points are spent: held first, then captured, given back, or reversed. */
@Path("redemptions")
@Tag(name = "redemptions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class RedemptionEndpoint {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final Record NO_BODY = new SentCapture(null);

    @Inject
    private RedemptionDesk desk;

    @Inject
    private KeyedAnswers keyed;

    /** Sets points aside. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Hold points against a basket")
    @APIResponse(
            responseCode = "201",
            description = "Held",
            content = @Content(schema = @Schema(implementation = Answers.OfRedemption.class)))
    @APIResponse(
            responseCode = "200",
            description = "Held before: the first answer again",
            content = @Content(schema = @Schema(implementation = Answers.OfRedemption.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response hold(SentHold sent, @BeanParam Call call) {
        String actor = call.caller().clientId();
        return switch (MemberReading.hold(sent, call.partner(), actor)) {
            case Reading.Unusable<HoldRequest> bad -> Problems.response(bad.problem());
            case Reading.Usable<HoldRequest> good ->
                keyed.once(call.key("hold", sent), () -> answer(desk.hold(good.value()), CREATED));
        };
    }

    /** Spends what was held, or less. */
    @POST
    @Path("{id}/capture")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Spend held points; optionally fewer")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SentCapture.class)))
    @APIResponse(
            responseCode = "200",
            description = "Captured",
            content = @Content(schema = @Schema(implementation = Answers.OfRedemption.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response capture(@PathParam("id") String id, byte[] body, @BeanParam Call call) {
        SentCapture sent;
        try {
            sent = body.length == 0 ? new SentCapture(null) : Json.read(body, SentCapture.class);
        } catch (Json.Unreadable e) {
            return Problems.response(Problem.of(e));
        }
        OptionalLong points =
                sent.points() == null ? OptionalLong.empty() : OptionalLong.of(sent.points());
        return step(
                id,
                "capture",
                sent,
                call,
                number -> desk.capture(
                        call.partner(), number, points, call.caller().clientId()));
    }

    /** Gives held points back. */
    @POST
    @Path("{id}/void")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Give held points back")
    @APIResponse(
            responseCode = "200",
            description = "Given back",
            content = @Content(schema = @Schema(implementation = Answers.OfRedemption.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response release(@PathParam("id") String id, @BeanParam Call call) {
        return step(
                id,
                "void",
                NO_BODY,
                call,
                number -> desk.release(call.partner(), number, call.caller().clientId()));
    }

    /** Gives spent points back. */
    @POST
    @Path("{id}/reverse")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Give spent points back, to the lots they came from")
    @APIResponse(
            responseCode = "200",
            description = "Reversed",
            content = @Content(schema = @Schema(implementation = Answers.OfRedemption.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response reverse(@PathParam("id") String id, SentReversal sent, @BeanParam Call call) {
        return switch (MemberReading.reason(sent)) {
            case Reading.Unusable<String> bad -> Problems.response(bad.problem());
            case Reading.Usable<String> reason ->
                step(
                        id,
                        "reverse",
                        sent,
                        call,
                        number -> desk.reverse(
                                call.partner(),
                                number,
                                reason.value(),
                                call.caller().clientId()));
        };
    }

    /** Where it stands. */
    @GET
    @Path("{id}")
    @Operation(summary = "Where a redemption stands, after a lost answer")
    @APIResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = Answers.OfRedemption.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response status(@PathParam("id") String id, @BeanParam Call call) {
        Answer answer = Redemption.id(id)
                .map(number -> answer(desk.status(call.partner(), number), OK))
                .orElseGet(RedemptionEndpoint::notFound);
        return answer.isRefusal()
                ? answer.response()
                : Answer.read(answer.body()).response();
    }

    private Response step(
            String id, String what, Record sent, Call call, LongFunction<RedemptionOutcome> step) {
        Optional<Long> number = Redemption.id(id);
        return number.isEmpty()
                ? notFound().response()
                : keyed.once(
                        call.key(what + "/" + number.get(), sent),
                        () -> answer(step.apply(number.get()), OK));
    }

    private static Answer notFound() {
        return Answer.refused(HttpProblems.of(404));
    }

    static Answer answer(RedemptionOutcome outcome, int status) {
        return switch (outcome) {
            case RedemptionOutcome.Done done ->
                Answer.made(status, answer(done.redemption(), done.balance()), done.repeated());
            case RedemptionOutcome.Refused refused -> Answer.refused(refused.refusal());
            case RedemptionOutcome.NotFound none -> notFound();
        };
    }

    private static Answers.OfRedemption answer(Redemption r, long balance) {
        boolean spent = r.status() == Redemption.Status.CAPTURED
                || r.status() == Redemption.Status.REVERSED;
        return new Answers.OfRedemption(
                Long.toString(r.id()),
                r.status().name(),
                spent ? r.captured() : r.points(),
                r.value().decimal(),
                r.value().currency(),
                Wording.time(r.expiresAt()),
                balance);
    }
}
