package shutaf.connectors.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;

import shutaf.connectors.api.problem.Problem;
import shutaf.connectors.api.problem.Problems;

/** The API's address and what its published description says of it as a whole. */
@ApplicationPath("/api/v1")
@OpenAPIDefinition(
        info = @Info(title = "Shutaf partner API", version = "1", description = """
                                Amounts are decimal strings in major units, points are integers,
                                times are ISO 8601 with
                                offset. Writes take Idempotency-Key; a purchase, return or
                                redemption also carries its
                                own receipt, and that alone makes it happen once. A repeat is
                                answered with the first
                                answer, status 200 and the header Idempotent-Replay: true. Refusals
                                are RFC 9457 problem
                                documents."""),
        components =
                @Components(
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        description = "Refused: why, and what to do",
                                        content =
                                                @Content(
                                                        mediaType = Problems.MEDIA_TYPE,
                                                        schema =
                                                                @Schema(
                                                                        implementation =
                                                                                Problem.class)))),
        servers = @Server(url = "/partners"),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "client_credentials token of the partner's client, audience hub-api")
public class PartnerApi extends Application {}
