package shutaf.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;

import shutaf.run.ContainerGround;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;

/** How the core starts: first the schema, then a look whether it fits, then everything else. */
@InsideTheServer
@RunAsClient
class StartingIT {
    private static final String HUB = "hub";

    @ArquillianResource
    private Deployer server;

    @Deployment(name = HUB, managed = false, testable = false)
    static EnterpriseArchive hub() {
        return HubArchive.core("hub-alone.ear");
    }

    @Test
    void the_schema_is_brought_up_to_date_and_one_that_does_not_fit_keeps_the_hub_down()
            throws Exception {
        server.deploy(HUB);
        server.undeploy(HUB);
        assertThat(number("select count(*) from flyway_schema_history where success"))
                .isEqualTo(migrations());

        change("alter table partner rename column charset to character_set");
        try {
            assertThatThrownBy(() -> server.deploy(HUB))
                    .hasStackTraceContaining("missing column [charset] in table [partner]");
        } finally {
            change("alter table partner rename column character_set to charset");
        }
    }

    private static long migrations() throws IOException {
        try (JarInputStream core =
                new JarInputStream(hub().get("/hub-ejb.jar").getAsset().openStream())) {
            return Stream.generate(() -> next(core))
                    .takeWhile(Optional::isPresent)
                    .filter(entry -> entry.get().getName().matches("db/migration/V.*[.]sql"))
                    .count();
        }
    }

    private static Optional<JarEntry> next(JarInputStream jar) {
        try {
            return Optional.ofNullable(jar.getNextJarEntry());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void change(String statement) throws SQLException {
        try (Connection owner = ContainerGround.get().asOwner();
                Statement change = owner.createStatement()) {
            change.execute(statement);
        }
    }

    private static long number(String query) throws SQLException {
        try (Connection owner = ContainerGround.get().asOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
