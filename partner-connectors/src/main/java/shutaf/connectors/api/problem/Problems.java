package shutaf.connectors.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import shutaf.connectors.api.json.Json;
import shutaf.shared.RefusalReason;

import java.io.IOException;
import java.util.Locale;

/** The table from reasons to HTTP statuses, and the two ways in which a problem is answered. */
public final class Problems {
    /** Media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Understood, and still of no use. */
    static final int UNPROCESSABLE = 422;

    private static final int CONFLICT = 409;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final MediaType TYPE = new MediaType("application", "problem+json");

    private Problems() {}

    /**
     * The HTTP status of a refusal: 422 when the request must be changed, 409 when it clashes with
     * what the books say, 403 when the partner may not.
     */
    public static int status(RefusalReason reason) {
        return switch (reason) {
            case UNKNOWN_MEMBER,
                    OUTLET_UNKNOWN,
                    TOO_OLD,
                    IN_FUTURE,
                    TOTAL_MISMATCH,
                    LIMIT_EXCEEDED,
                    VALIDATION -> UNPROCESSABLE;
            case MEMBER_BLOCKED,
                    KEY_REUSED,
                    INSUFFICIENT_POINTS,
                    HOLD_EXPIRED,
                    ALREADY_CAPTURED,
                    NOT_REVERSIBLE,
                    RETURN_EXCEEDS_SALE,
                    PACK_EXHAUSTED -> CONFLICT;
            case PARTNER_SUSPENDED, FORBIDDEN -> FORBIDDEN;
            case RATE_LIMITED -> TOO_MANY;
        };
    }

    /** TOTAL_MISMATCH becomes "Total mismatch". */
    static String title(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** The problem as an answer of a resource. */
    public static Response response(Problem problem) {
        return Response.status(problem.status()).type(TYPE).entity(problem).build();
    }

    /** The problem as an answer of a servlet or filter. */
    public static void write(Problem problem, HttpServletResponse response) throws IOException {
        byte[] body = Json.write(problem);
        response.setStatus(problem.status());
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
