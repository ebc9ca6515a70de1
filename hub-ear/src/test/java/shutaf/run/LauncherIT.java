package shutaf.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The run command as a process of its own, started and ended as people and machines do it. */
class LauncherIT {

    private static final Duration START_WITHIN = Duration.ofMinutes(6);

    @TempDir
    Path folder;

    private final Map<String, String> environment = new TreeMap<>();
    private int starts;
    private Process launcher;
    private Path output;

    @AfterEach
    void leave_nothing_behind() throws Exception {
        if (launcher != null) {
            launcher.destroy();
            assertThat(launcher.waitFor(90, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(partsOnOurData()).isEmpty();
    }

    @Test
    void a_taken_port_ends_the_start_at_once_with_one_sentence() throws Exception {
        usePortsAndFolder();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            environment.put("HUB_HTTP_PORT", port);
            start();
            assertThat(launcher.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String sentence =
                    "Shutaf cannot start: Port " + port + ", which the hub needs, is taken";
            assertThat(launcher.exitValue()).isEqualTo(1);
            assertThat(text())
                    .contains(sentence)
                    .contains("HUB_HTTP_PORT=")
                    .doesNotContain("\tat ");
            assertThat(Files.readString(folder.resolve("outcome.xml"))).contains(sentence);
        }
    }

    @Test
    void after_kill_9_of_everything_the_next_start_finds_its_data() throws Exception {
        usePortsAndFolder();
        start();
        awaitReady();
        assertThat(text()).contains("member1").contains("/partners/api/v1");
        String logins = Files.readString(data().resolve("demo-credentials.json"));
        inDatabase("create table kept as select 42 as answer");

        launcher.destroyForcibly().waitFor();
        assertThat(partsOnOurData()).hasSize(3);
        running("wildfly").destroyForcibly();
        start();
        awaitReady();

        assertThat(text()).contains("postgres   was still running without its launcher");
        assertThat(Files.readString(data().resolve("demo-credentials.json"))).isEqualTo(logins);
        inDatabase("select 1 / count(*) from kept where answer = 42");

        running("keycloak").destroyForcibly();
        await().atMost(START_WITHIN)
                .until(() -> text().contains("keycloak   died")
                        && text().lastIndexOf("keycloak   ready")
                                > text().indexOf("keycloak   died"));

        launcher.destroy();
        assertThat(launcher.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(text().lines().filter(line -> line.contains("stopp")).map(LauncherIT::partOf))
                .endsWith("wildfly", "keycloak", "postgres", "shutaf");
    }

    private void usePortsAndFolder() {
        environment.put("HUB_DATA_DIR", data().toString());
        environment.put("HUB_HTTP_PORT", Integer.toString(Ports.free()));
        environment.put("HUB_KEYCLOAK_PORT", Integer.toString(Ports.free()));
        environment.put("HUB_DB_PORT", Integer.toString(Ports.free()));
    }

    private void start() throws IOException {
        output = folder.resolve("output-" + ++starts + ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Programs.java().toString(),
                        "-Dshutaf.wildfly=" + System.getProperty("shutaf.wildfly"),
                        "-Dshutaf.keycloak=" + System.getProperty("shutaf.keycloak"),
                        "-Dshutaf.postgres=" + System.getProperty("shutaf.postgres"),
                        "-Dshutaf.ear=" + System.getProperty("shutaf.ear"),
                        "-Dshutaf.outcome=" + folder.resolve("outcome.xml"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "shutaf.run.Shutaf")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        launcher = builder.start();
    }

    private void awaitReady() {
        await().atMost(START_WITHIN)
                .failFast("the launcher ended", () -> !launcher.isAlive())
                .until(() -> text().contains("Shutaf is ready"));
    }

    private void inDatabase(String sql) throws Exception {
        String url = "jdbc:postgresql://127.0.0.1:" + environment.get("HUB_DB_PORT") + "/hub";
        String password = new Secrets(data().resolve("secrets.properties"))
                .secret("postgres." + HubDatabase.OWNER);
        try (Connection owner = DriverManager.getConnection(url, HubDatabase.OWNER, password);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private ProcessHandle running(String part) throws IOException {
        long pid = Long.parseLong(Files.readString(data().resolve("pids").resolve(part + ".pid")));
        return ProcessHandle.of(pid).orElseThrow();
    }

    /** Processes on our data, ours or left over. */
    private List<ProcessHandle> partsOnOurData() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != launcher.pid())
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains("shutaf.data=" + data())
                                || line.contains("-D " + data()))
                        .orElse(false))
                .toList();
    }

    /** The second word of "[ 12.3 s] wildfly stopping". */
    private static String partOf(String line) {
        return line.substring(line.indexOf(']') + 2).split("\\s", 2)[0];
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String text() throws IOException {
        return Files.readString(output);
    }
}
