package shutaf.connectors.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import shutaf.connectors.api.contract.MemberAnswers;
import shutaf.settlement.Position;
import shutaf.settlement.Positions;
import shutaf.shared.Money;

/** Where the partner stands with the programme. */
@Path("position")
@Tag(name = "position")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class PositionEndpoint {
    @Inject
    private Positions positions;

    /** The partner's pack or bill so far. */
    @GET
    @Operation(summary = "This partner's pack or bill so far")
    @APIResponse(
            responseCode = "200",
            description = "The position now",
            content = @Content(schema = @Schema(implementation = MemberAnswers.OfPartner.class)))
    @APIResponse(ref = "Problem", responseCode = "default")
    public Response position(@BeanParam Call call) {
        return Answer.read(answer(positions.of(call.partner()))).response();
    }

    static MemberAnswers.OfPartner answer(Position p) {
        boolean packs = p.packPoints() > 0;
        return new MemberAnswers.OfPartner(
                p.issued(),
                p.clawedBack(),
                p.accepted(),
                p.reversed(),
                decimal(p.issuedCost(), p),
                decimal(p.refunds(), p),
                packs ? p.packPoints() : null,
                packs ? p.packPointsLeft() : null,
                decimal(p.dueToPartner(), p),
                p.currency());
    }

    private static String decimal(long minor, Position p) {
        return new Money(minor, p.currency()).decimal();
    }
}
