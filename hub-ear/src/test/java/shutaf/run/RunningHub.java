package shutaf.run;

import com.fasterxml.jackson.databind.JsonNode;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The whole hub, started as {@code mvn -Prun} starts it, for the integration tests.
 *
 * <p>Started once per test JVM at the first {@link #get()}, on free ports, with fresh data in the
 * folder that the system property {@code shutaf.it.data} names; stopped when that JVM ends. Nothing
 * revives a killed part by itself, so that fault tests decide when it comes back.
 */
public final class RunningHub {

    /** A server of the hub, for {@link #kill9} and {@link #restart}. */
    public enum Server {
        POSTGRES,
        KEYCLOAK,
        WILDFLY
    }

    private record Token(String value, long diesNanos) {}

    /** Partners of the tests whose systems may send by message queue. */
    public static final List<String> QUEUE_PARTNERS = List.of("QUEUEA", "QUEUEB");

    private static final Duration TOKEN_REUSED = Duration.ofMinutes(4);

    private final Settings settings;
    private final HubParts parts;
    private final SftpPartners sftp;
    private final PostBox post;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    private RunningHub(Settings settings, HubParts parts, SftpPartners sftp, PostBox post) {
        this.settings = settings;
        this.parts = parts;
        this.sftp = sftp;
        this.post = post;
    }

    /** The hub of this JVM; the first call starts it and takes up to two minutes. */
    public static RunningHub get() {
        return Once.HUB;
    }

    /** Address of the pages, without a slash at its end. */
    public URI web() {
        return settings.web();
    }

    /** Address of the partner API: {@code .../partners/api/v1}, without a slash at its end. */
    public URI api() {
        return URI.create(settings.web() + "/partners/api/v1");
    }

    /** Address of Keycloak, without a slash at its end. */
    public URI keycloak() {
        return settings.keycloak();
    }

    /** The logins of people and clients. */
    public DemoCredentials credentials() {
        return parts.credentials();
    }

    /** The password of anybody who can log in, people of further partners included. */
    public String password(String username) {
        return parts.realm().password(username);
    }

    /**
     * A bearer token of a partner's client, good for at least a minute.
     *
     * @param partner the partner's code, such as SUPER
     */
    public String token(String partner) {
        return tokens.compute(
                        partner,
                        (code, known) -> known != null && known.diesNanos() > now()
                                ? known
                                : freshToken(code))
                .value();
    }

    /** Adds what a further partner has in Keycloak: client, organisation, manager, clerk. */
    public DemoCredentials.Client addPartner(String partner) {
        parts.keycloak().orElseThrow().admin().addPartner(parts.realm().partner(partner));
        String id = "partner-" + Realm.alias(partner);
        return new DemoCredentials.Client(id, parts.realm().secret(id), partner);
    }

    /**
     * Adds only the client of a further partner to Keycloak: quick, for partners without people.
     */
    public void addClient(String partner) {
        parts.keycloak().orElseThrow().admin().addClients(parts.realm().partner(partner));
    }

    /** The login with which a partner's system may send to its queue. */
    public DemoCredentials.Client queueLogin(String partner) {
        return new DemoCredentials.Client(
                QueueDoor.login(partner), parts.queue().password(partner), partner);
    }

    /** The partners whose SFTP servers the hub was told of at its start. */
    public SftpPartners sftpPartners() {
        return sftp;
    }

    /** The mail server that the hub was told of at its start; open. */
    public PostBox postBox() {
        return post;
    }

    /** Adds people to Keycloak, as its import takes them; who is there already stays. */
    public void addPeople(JsonNode people) {
        parts.keycloak().orElseThrow().admin().addPeople(people);
    }

    /** Reads Keycloak's administration, such as {@code /admin/realms/shutaf}. */
    public JsonNode keycloakAdmin(String path) {
        return parts.keycloak().orElseThrow().admin().get(path);
    }

    /** The hub's database as the product sees it: role {@code hub_app}. */
    public Connection asApp() throws SQLException {
        return connect(HubDatabase.APP, parts.database().password(HubDatabase.APP));
    }

    /** How the product reaches its database. */
    public Settings.ExternalDatabase appAccess() {
        return new Settings.ExternalDatabase(
                parts.database().jdbcUrl(),
                HubDatabase.APP,
                parts.database().password(HubDatabase.APP));
    }

    /** The hub's database as its owner, who runs the migrations. */
    public Connection asOwner() throws SQLException {
        return connect(HubDatabase.OWNER, parts.database().password(HubDatabase.OWNER));
    }

    /** The hub's database as superuser, to look at what nobody else may see. */
    public Connection asSuperuser() throws SQLException {
        Settings.ExternalDatabase access = parts.postgres().orElseThrow().superuser("hub");
        return connect(access.user(), access.password());
    }

    /** Does something in the hub's database, as superuser, that has no door. */
    public void run(String statements) {
        try (Connection connection = asSuperuser();
                Statement doing = connection.createStatement()) {
            doing.execute(statements);
        } catch (SQLException e) {
            throw new IllegalStateException(statements, e);
        }
    }

    /** One number out of the hub's database, as superuser. */
    public long number(String query) {
        try (Connection connection = asSuperuser();
                Statement asking = connection.createStatement();
                ResultSet row = asking.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** How a superuser reaches a database of the hub's server, which may be none of the hub's. */
    public Settings.ExternalDatabase superuser(String database) {
        return parts.postgres().orElseThrow().superuser(database);
    }

    /** TCP port of the hub's database server. */
    public int databasePort() {
        return settings.databasePort();
    }

    /** Keycloak's database, asked for by the product's role; refused. */
    Connection keycloakDatabaseAsApp() throws SQLException {
        return DriverManager.getConnection(
                parts.database().jdbcUrl(HubDatabase.KEYCLOAK),
                HubDatabase.APP,
                parts.database().password(HubDatabase.APP));
    }

    /** The data folder: inbox, outbox, logs, credentials. */
    public Path dataDir() {
        return settings.dataDir();
    }

    /** Kills a server as a power failure would, and returns when it is gone. */
    public void kill9(Server server) {
        part(server).process().killHard();
    }

    /** Starts a killed server again, or stops and starts a running one; returns when it answers. */
    public void restart(Server server) {
        Part part = part(server);
        part.stop();
        part.start();
    }

    /** The number of a server's process, to read its memory. */
    public long pid(Server server) {
        return part(server).process().pid();
    }

    private Part part(Server server) {
        return switch (server) {
            case POSTGRES -> parts.postgres().orElseThrow();
            case KEYCLOAK -> parts.keycloak().orElseThrow();
            case WILDFLY -> parts.wildfly();
        };
    }

    private Connection connect(String user, String password) throws SQLException {
        return DriverManager.getConnection(parts.database().jdbcUrl(), user, password);
    }

    private Token freshToken(String partner) {
        String clientId = "partner-" + Realm.alias(partner);
        JsonNode answer = new Http()
                .form(
                        credentials().tokenUrl(),
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                clientId,
                                "client_secret",
                                parts.realm().secret(clientId)));
        return new Token(answer.get("access_token").asText(), now() + TOKEN_REUSED.toNanos());
    }

    private static long now() {
        return System.nanoTime();
    }

    /** Started by the class loader, hence once, and not before somebody asks. */
    private static final class Once {

        private static final RunningHub HUB = start();

        private static RunningHub start() {
            Path folder = Path.of(System.getProperty("shutaf.it.data", "target/hub-it"));
            SftpPartners sftp =
                    new SftpPartners(folder.resolveSibling(folder.getFileName() + "-sftp"));
            PostBox post = new PostBox();
            post.open();
            Map<String, String> environment = new HashMap<>(sftp.settings());
            environment.putAll(post.settings());
            environment.put("HUB_DATA_DIR", folder.toAbsolutePath().toString());
            environment.put("HUB_HTTP_PORT", port("shutaf.it.http.port"));
            environment.put("HUB_KEYCLOAK_PORT", port("shutaf.it.keycloak.port"));
            environment.put("HUB_DB_PORT", port("shutaf.it.db.port"));
            environment.put("HUB_QUEUE_PARTNERS", String.join(",", QUEUE_PARTNERS));
            Settings settings = Settings.from(environment, Path.of(""));
            Distributions distributions = Distributions.fromMaven();
            Progress progress = Progress.inLog();
            try (HubParts former = new HubParts(settings, distributions, progress)) {
                former.stopLeftOvers();
            }
            PrivateFile.deleteTree(settings.dataDir());
            HubParts parts = new HubParts(settings, distributions, progress);
            Runtime.getRuntime().addShutdownHook(new Thread(parts::close, "stop hub"));
            parts.start();
            return new RunningHub(settings, parts, sftp, post);
        }

        private static String port(String property) {
            return System.getProperty(property, Integer.toString(Ports.free()));
        }
    }
}
