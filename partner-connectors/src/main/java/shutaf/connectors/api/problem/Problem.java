package shutaf.connectors.api.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import shutaf.connectors.api.json.Json;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.util.List;

/**
 * A problem document as of RFC 9457.
 *
 * @param type the same for the same code, as a URN
 * @param title what kind of problem, the same for the same code
 * @param status HTTP status
 * @param detail what happened this time and what to do
 * @param code for programs: a {@link RefusalReason} or one of the technical codes made here
 * @param errors what is wrong with which field; absent when it is no field in particular
 */
@Schema(description = "RFC 9457 problem document")
public record Problem(
        @Schema(required = true, examples = "urn:shutaf:problem:KEY_REUSED")
        String type,

        @Schema(required = true) String title,
        @Schema(required = true) int status,
        @Schema(required = true) String detail,
        @Schema(required = true, examples = "KEY_REUSED") String code,
        List<FieldError> errors) {

    /** An expected refusal, with the status of the table. */
    public static Problem of(Refusal refusal) {
        List<FieldError> errors = refusal.field().isEmpty()
                ? null
                : List.of(new FieldError(refusal.field(), refusal.detail()));
        return of(Problems.status(refusal.reason()), refusal.reason(), refusal.detail(), errors);
    }

    /** A body that cannot be read: 413, 400 or 422, as the fault is. */
    public static Problem of(Json.Unreadable unreadable) {
        return switch (unreadable.fault()) {
            case TOO_LARGE -> tooLarge();
            case MALFORMED -> malformed(unreadable.getMessage());
            case WRONG_TYPE ->
                invalid(List.of(new FieldError(unreadable.field(), unreadable.getMessage())));
        };
    }

    /** Fields that cannot be used: 422 VALIDATION. */
    public static Problem invalid(List<FieldError> errors) {
        FieldError first = errors.getFirst();
        return of(
                Problems.UNPROCESSABLE,
                RefusalReason.VALIDATION,
                first.field() + ": " + first.detail(),
                errors);
    }

    private static Problem malformed(String why) {
        return of(400, RefusalReason.VALIDATION, "the body cannot be read: " + why, null);
    }

    /** A body beyond the limit: 413 LIMIT_EXCEEDED. */
    public static Problem tooLarge() {
        return of(
                413,
                RefusalReason.LIMIT_EXCEEDED,
                "the body is larger than 1 MiB; send less at once",
                null);
    }

    /** Nobody is known by that identifier: 404 UNKNOWN_MEMBER. */
    public static Problem unknownMember() {
        return of(404, RefusalReason.UNKNOWN_MEMBER, "there is no such member", null);
    }

    /** Too many requests: 429 RATE_LIMITED. */
    public static Problem rateLimited() {
        return of(Refusal.of(
                RefusalReason.RATE_LIMITED, "too many requests; wait as Retry-After says"));
    }

    /** A token that belongs to no partner: 403 FORBIDDEN. */
    public static Problem noPartner() {
        return of(Refusal.of(
                RefusalReason.FORBIDDEN, "this client is not the client of any partner"));
    }

    /** Something that HTTP itself has a status for, such as 404 NOT_FOUND. */
    public static Problem http(int status, String code, String detail) {
        return make(status, code, detail, null);
    }

    private static Problem of(
            int status, RefusalReason reason, String detail, List<FieldError> errors) {
        return make(status, reason.name(), detail, errors);
    }

    private static Problem make(int status, String code, String detail, List<FieldError> errors) {
        return new Problem(
                "urn:shutaf:problem:" + code, Problems.title(code), status, detail, code, errors);
    }
}
