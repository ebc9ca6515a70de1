package shutaf.connectors.api.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.connectors.api.json.Json;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.nio.charset.StandardCharsets;

class ProblemsTest {
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            UNKNOWN_MEMBER      | 422
            MEMBER_BLOCKED      | 409
            PARTNER_SUSPENDED   | 403
            OUTLET_UNKNOWN      | 422
            TOO_OLD             | 422
            IN_FUTURE           | 422
            TOTAL_MISMATCH      | 422
            KEY_REUSED          | 409
            INSUFFICIENT_POINTS | 409
            HOLD_EXPIRED        | 409
            ALREADY_CAPTURED    | 409
            NOT_REVERSIBLE      | 409
            RETURN_EXCEEDS_SALE | 409
            PACK_EXHAUSTED      | 409
            LIMIT_EXCEEDED      | 422
            VALIDATION          | 422
            FORBIDDEN           | 403
            RATE_LIMITED        | 429
            """)
    void every_reason_has_its_status(RefusalReason reason, int status) {
        assertThat(Problem.of(Refusal.of(reason, "why")).status()).isEqualTo(status);
    }

    @Test
    void a_problem_document_reads_as_rfc_9457_says() {
        Problem problem = Problem.of(
                new Refusal(RefusalReason.TOTAL_MISMATCH, "total", "the lines add up to 100"));

        assertThat(new String(Json.write(problem), StandardCharsets.UTF_8))
                .isEqualTo("{\"type\":\"urn:shutaf:problem:TOTAL_MISMATCH\","
                        + "\"title\":\"Total mismatch\",\"status\":422,"
                        + "\"detail\":\"the lines add up to 100\","
                        + "\"code\":\"TOTAL_MISMATCH\","
                        + "\"errors\":[{\"field\":\"total\","
                        + "\"detail\":\"the lines add up to 100\"}]}");
    }

    @ParameterizedTest(name = "HTTP {0} is {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            400 | 400 | BAD_REQUEST
            404 | 404 | NOT_FOUND
            405 | 405 | METHOD_NOT_ALLOWED
            413 | 413 | LIMIT_EXCEEDED
            415 | 415 | UNSUPPORTED_MEDIA_TYPE
            500 | 500 | INTERNAL
            502 | 500 | INTERNAL
            503 | 503 | UNAVAILABLE
            """)
    void bare_statuses_become_problems_too(int bare, int status, String code) {
        assertThat(HttpProblems.of(bare))
                .extracting(Problem::status, Problem::code)
                .containsExactly(status, code);
    }
}
