package shutaf.connectors.api;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import shutaf.connectors.api.json.Json;
import shutaf.connectors.api.problem.FieldError;
import shutaf.connectors.api.problem.Problem;
import shutaf.connectors.api.problem.Problems;
import shutaf.connectors.api.security.Caller;
import shutaf.intake.RequestKey;
import shutaf.shared.Fingerprint;
import shutaf.shared.PartnerId;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What every request brings besides its body: who calls, in which language, under which key. */
public class Call {
    private static final String KEY = "Idempotency-Key";

    @HeaderParam(KEY)
    @Parameter(
            description = "Makes this write happen once; quoted or bare",
            schema = @Schema(maxLength = 255))
    private String key;

    @HeaderParam("Accept-Language")
    @Parameter(description = "he or en: language of the reasons' texts")
    private String language;

    @Context
    private SecurityContext security;

    /** Who calls; the filter let nobody else in. */
    Caller caller() {
        return (Caller) security.getUserPrincipal();
    }

    /** The partner that calls. */
    PartnerId partner() {
        return caller().partner();
    }

    /** Hebrew when the caller prefers it to English, else English. */
    Locale language() {
        return preferred(language);
    }

    static Locale preferred(String accepted) {
        if (accepted == null) {
            return Locale.ENGLISH;
        }
        try {
            for (Locale.LanguageRange range : Locale.LanguageRange.parse(accepted)) {
                String tag = range.getRange();
                if (tag.equals("he") || tag.startsWith("he-") || tag.startsWith("iw")) {
                    return Locale.forLanguageTag("he");
                }
                if (tag.equals("en") || tag.startsWith("en-")) {
                    return Locale.ENGLISH;
                }
            }
        } catch (IllegalArgumentException e) {
            // A header that nobody can read prefers nothing.
            return Locale.ENGLISH;
        }
        return Locale.ENGLISH;
    }

    /**
     * The key with what it was sent for, if there is one.
     *
     * @param what the operation, with ids of its path
     * @param sent the body; unknown fields and white space do not count
     * @throws WebApplicationException 422 when the key cannot be kept
     */
    Optional<RequestKey> key(String what, Record sent) {
        return key == null ? Optional.empty() : Optional.of(make(what, sent));
    }

    private RequestKey make(String what, Record sent) {
        String content = new String(Json.write(sent), StandardCharsets.UTF_8);
        try {
            return new RequestKey(partner(), bare(key), Fingerprint.of(what, content));
        } catch (IllegalArgumentException e) {
            throw new WebApplicationException(Problems.response(
                    Problem.invalid(List.of(new FieldError(KEY, e.getMessage())))));
        }
    }

    static String bare(String key) {
        String text = key.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
