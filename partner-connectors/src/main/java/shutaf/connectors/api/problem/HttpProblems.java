package shutaf.connectors.api.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * What JAX-RS itself refuses, such as an unknown path or a wrong media type, as problem documents.
 */
@Provider
public class HttpProblems implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException refused) {
        Response answer = refused.getResponse();
        if (answer.hasEntity()) {
            return answer;
        }
        Response.ResponseBuilder problem =
                Response.fromResponse(Problems.response(of(answer.getStatus())));
        String allowed = answer.getHeaderString("Allow");
        return (allowed == null ? problem : problem.header("Allow", allowed)).build();
    }

    /** The problem of a bare HTTP status. */
    public static Problem of(int status) {
        return switch (status) {
            case 404 -> Problem.http(404, "NOT_FOUND", "there is nothing here");
            case 405 ->
                Problem.http(
                        405, "METHOD_NOT_ALLOWED", "this address has other methods: see Allow");
            case 406 -> Problem.http(406, "NOT_ACCEPTABLE", "answers are application/json");
            case 415 ->
                Problem.http(415, "UNSUPPORTED_MEDIA_TYPE", "send Content-Type: application/json");
            case 413 -> Problem.tooLarge();
            case 503 ->
                Problem.http(
                        503,
                        "UNAVAILABLE",
                        "try again in a moment, with the same receipt or key: nothing counts"
                                + " twice");
            default ->
                status < 500
                        ? Problem.http(status, "BAD_REQUEST", "the request cannot be understood")
                        : Problem.http(
                                500, "INTERNAL", "our fault; send it again with the same key");
        };
    }
}
