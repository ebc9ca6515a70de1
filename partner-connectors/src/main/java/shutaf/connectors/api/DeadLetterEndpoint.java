package shutaf.connectors.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

import shutaf.connectors.api.contract.LetterAnswers;
import shutaf.intake.DeadLetters;
import shutaf.partner.PartnerNames;
import shutaf.partner.Partners;

import java.util.Optional;

/** What of this partner's messages could not be taken in, and a second try. */
@Path("dead-letters")
@Tag(name = "queue")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class DeadLetterEndpoint {
    private static final int MOST = 1_000;

    @Inject
    private DeadLetters letters;

    @Inject
    private Partners partners;

    /** The oldest dead letters of the partner. */
    @GET
    @Operation(summary = "This partner's queued purchases that were refused, with the reason")
    @APIResponse(
            responseCode = "200",
            description = "The oldest, up to 1,000",
            content = @Content(schema = @Schema(implementation = LetterAnswers.All.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response list(@BeanParam Call call) {
        return Answer.read(new LetterAnswers.All(letters.list(code(call), MOST).stream()
                        .map(l -> new LetterAnswers.Letter(
                                l.id(),
                                l.code(),
                                l.reason(),
                                l.failedAt().map(Wording::time).orElse(null)))
                        .toList()))
                .response();
    }

    /** Puts them back into the queue. */
    @POST
    @Path("replay")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Send them through the queue again, once what they missed is there")
    @APIResponse(
            responseCode = "200",
            description = "How many were sent, up to 1,000",
            content = @Content(schema = @Schema(implementation = LetterAnswers.Replayed.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response replay(@BeanParam Call call) {
        return Answer.read(new LetterAnswers.Replayed(letters.replay(code(call), MOST)))
                .response();
    }

    private Optional<String> code(Call call) {
        return Optional.of(
                partners.names(call.partner()).map(PartnerNames::code).orElseThrow());
    }
}
