package shutaf.run;

import shutaf.demo.DemoFounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The hub and what it stands on, as one thing to start and to stop.
 *
 * <p>Order: the database first; then Keycloak and WildFly side by side, since WildFly asks Keycloak
 * only when somebody logs in. Parts that the settings name as somebody else's are left out.
 */
final class HubParts implements AutoCloseable {

    private final Settings settings;
    private final Progress progress;
    private final DataFolder data;
    private final HubDatabase database;
    private final Optional<PostgresServer> postgres;
    private final Optional<KeycloakServer> keycloak;
    private final WildFlyServer wildfly;

    /**
     * Locks the data folder; nothing is started yet.
     *
     * @throws CannotStart when another launcher works on the same data
     */
    HubParts(Settings settings, Distributions distributions, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.data = DataFolder.open(settings.dataDir(), progress);
        this.postgres = settings.externalDatabase().isPresent()
                ? Optional.empty()
                : Optional.of(new PostgresServer(settings, distributions, data));
        Settings.ExternalDatabase administrator = settings.externalDatabase()
                .or(() -> postgres.map(server -> server.superuser("hub")))
                .orElseThrow();
        this.database = new HubDatabase(administrator, data.secrets());
        this.keycloak = settings.externalKeycloak().isPresent()
                ? Optional.empty()
                : Optional.of(new KeycloakServer(settings, distributions, data, database));
        this.wildfly = new WildFlyServer(settings, distributions, data, database);
    }

    /**
     * Starts what is ours and returns when all of it answers.
     *
     * @throws CannotStart with the reason; what had started by then is stopped by {@link #close()}
     */
    void start() {
        stopLeftOvers();
        requireFreePorts();
        postgres.ifPresent(this::stage);
        prepareDatabases();
        data.folder("inbox");
        data.folder("outbox");
        writeCredentials();
        if (keycloak.isEmpty()) {
            new ExternalKeycloak(settings, data).requireRealm();
        }
        inParallel(startingTogether());
    }

    /** The parts that run here, in the order in which they start. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        postgres.ifPresent(parts::add);
        keycloak.ifPresent(parts::add);
        parts.add(wildfly);
        return List.copyOf(parts);
    }

    Optional<PostgresServer> postgres() {
        return postgres;
    }

    Optional<KeycloakServer> keycloak() {
        return keycloak;
    }

    WildFlyServer wildfly() {
        return wildfly;
    }

    HubDatabase database() {
        return database;
    }

    DataFolder data() {
        return data;
    }

    QueueDoor queue() {
        return new QueueDoor(settings.queuePartners(), data.secrets());
    }

    Realm realm() {
        return new Realm(settings, data.secrets());
    }

    DemoCredentials credentials() {
        return DemoCredentials.of(realm(), settings.keycloak());
    }

    /** Stops all in order, the last started first, and unlocks the data folder. */
    @Override
    public void close() {
        data.noteStopping();
        for (Part part : parts().reversed()) {
            if (part.process().alive()) {
                progress.say(part.name(), "stopping");
            }
            part.stop();
        }
        data.close();
    }

    /** Ends what a launcher that was killed left running on this data. */
    void stopLeftOvers() {
        for (Part part : parts().reversed()) {
            if (part.process().stopLeftOver(part.grace())) {
                progress.say(part.name(), "was still running without its launcher, stopped it");
            }
        }
    }

    /** All at once and before the first start, so that a taken port costs no waiting. */
    private void requireFreePorts() {
        if (postgres.isPresent()) {
            Ports.requireFree(settings.databasePort(), Setting.HUB_DB_PORT, "PostgreSQL");
        }
        if (keycloak.isPresent()) {
            Ports.requireFree(settings.keycloakPort(), Setting.HUB_KEYCLOAK_PORT, "Keycloak");
        }
        Ports.requireFree(settings.httpPort(), Setting.HUB_HTTP_PORT, "the hub");
    }

    private void prepareDatabases() {
        postgres.ifPresent(
                server -> HubDatabase.ensureDatabase(server.superuser("postgres"), "hub"));
        database.prepareHub();
        if (keycloak.isPresent()) {
            database.prepareKeycloak();
        }
    }

    private void writeCredentials() {
        if (settings.demo()) {
            PrivateFile.write(
                    data.path().resolve("demo-credentials.json"), credentials().toJson());
            PrivateFile.write(data.path().resolve("founding.json"), DemoFounding.json());
        }
    }

    private List<Part> startingTogether() {
        List<Part> parts = new ArrayList<>(parts());
        postgres.ifPresent(parts::remove);
        return parts;
    }

    private void inParallel(List<Part> parts) {
        try (ExecutorService threads = Executors.newFixedThreadPool(parts.size())) {
            List<CompletableFuture<Void>> starts = parts.stream()
                    .map(part -> CompletableFuture.runAsync(() -> stage(part), threads))
                    .toList();
            CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof CannotStart reason ? reason : failed;
        }
    }

    private void stage(Part part) {
        progress.stage(part.name(), part.doing(), part::start);
    }
}
