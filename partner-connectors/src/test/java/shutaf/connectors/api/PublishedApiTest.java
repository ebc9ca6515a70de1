package shutaf.connectors.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The document that partners read: made by the build, so it is there when this test runs. */
class PublishedApiTest {
    private static JsonNode api;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream document =
                PublishedApiTest.class.getResourceAsStream("/openapi/openapi.json")) {
            api = new ObjectMapper().readTree(document);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            post | /members
            post | /members/lookup
            get  | /members/{memberId}/balance
            get  | /members/{memberId}/journal
            post | /purchases
            post | /purchases/batch
            post | /returns/preview
            post | /returns
            post | /redemptions
            post | /redemptions/{id}/capture
            post | /redemptions/{id}/void
            post | /redemptions/{id}/reverse
            get  | /redemptions/{id}
            get  | /position
            get  | /statements
            get  | /statements/{number}
            get  | /statements/{number}.pdf
            get  | /statements/{number}/lines
            """)
    void has_every_call_that_partners_rely_on(String method, String path) {
        JsonNode call = api.path("paths").path("/api/v1" + path).path(method);

        assertThat(call.path("summary").asText()).isNotEmpty();
        assertThat(call.at("/responses/default/$ref").asText())
                .isEqualTo("#/components/responses/Problem");
        assertThat(call.path("responses").size()).isGreaterThan(1);
    }

    @Test
    void says_how_to_come_in() {
        assertThat(api.at("/security/0").has("token")).isTrue();
        assertThat(api.at("/components/securitySchemes/token/scheme").asText()).isEqualTo("bearer");
        assertThat(api.at("/servers/0/url").asText()).isEqualTo("/partners");
    }

    @Test
    void amounts_are_strings_everywhere() {
        assertThat(api.at("/components/schemas/Decimal/type").asText()).isEqualTo("string");
        List<String> floating = new ArrayList<>();
        api.at("/components/schemas")
                .properties()
                .forEach(schema -> schema.getValue().path("properties").properties().stream()
                        .filter(p -> p.getValue().path("type").asText().equals("number"))
                        .forEach(p -> floating.add(schema.getKey() + "." + p.getKey())));
        assertThat(floating).isEmpty();
    }
}
