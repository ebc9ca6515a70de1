package shutaf.connectors.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import shutaf.connectors.api.problem.Problem;
import shutaf.connectors.api.problem.Problems;
import shutaf.shared.Refusal;

/**
 * What a request comes to, before it is HTTP.
 *
 * @param status HTTP status
 * @param body a record of the contract, or a problem
 * @param replayed whether it is the answer of an earlier time
 */
record Answer(int status, Record body, boolean replayed) {
    static final String REPLAY = "Idempotent-Replay";

    private static final int OK = 200;

    /** Something that was made: the first time with its own status, then 200. */
    static Answer made(int status, Record body, boolean replayed) {
        return new Answer(replayed ? OK : status, body, replayed);
    }

    /** Something that was read. */
    static Answer read(Record body) {
        return new Answer(OK, body, false);
    }

    static Answer refused(Refusal refusal) {
        return refused(Problem.of(refusal));
    }

    static Answer refused(Problem problem) {
        return new Answer(problem.status(), problem, false);
    }

    boolean isRefusal() {
        return body instanceof Problem;
    }

    Response response() {
        if (body instanceof Problem problem) {
            return Problems.response(problem);
        }
        Response.ResponseBuilder response =
                Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(body);
        return (replayed ? response.header(REPLAY, "true") : response).build();
    }

    /** An answer of an earlier time, letter by letter. */
    static Response again(byte[] json) {
        return Response.ok(json, MediaType.APPLICATION_JSON_TYPE)
                .header(REPLAY, "true")
                .build();
    }
}
