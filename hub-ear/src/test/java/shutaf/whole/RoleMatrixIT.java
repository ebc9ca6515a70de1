package shutaf.whole;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import shutaf.run.RunningHub;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who may open what: every page as each kind of person, by the matrix role-matrix.csv. Whoever has
 * not signed in ends at the login; whoever may not is told so or shown nothing.
 */
class RoleMatrixIT {
    private static final RunningHub HUB = RunningHub.get();
    private static final Map<String, WebSession> SESSIONS = new ConcurrentHashMap<>();

    @BeforeAll
    static void theLoginsHaveAccounts() {
        new WholeHub().firstMembers();
    }

    @ParameterizedTest(name = "{0} as {1}: {2}")
    @CsvFileSource(resources = "/shutaf/whole/role-matrix.csv", numLinesToSkip = 1)
    void opens(String page, String person, String expected) {
        WebSession session = SESSIONS.computeIfAbsent(
                person,
                p -> p.equals("anonymous") ? WebSession.anonymous(HUB) : WebSession.of(HUB, p));

        WebSession.Answer answer = session.get(page);

        if (expected.equals("login")) {
            assertThat(answer.at().toString()).startsWith(HUB.keycloak().toString());
        } else {
            assertThat(answer.status()).isEqualTo(Integer.parseInt(expected));
            assertThat(answer.at().toString()).startsWith(HUB.web().toString());
        }
    }
}
