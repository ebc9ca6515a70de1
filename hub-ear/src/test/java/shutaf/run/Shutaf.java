package shutaf.run;

import shutaf.demo.DemoLoad;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The run command: {@code mvn -Prun} calls this main method in the project's root.
 *
 * <p>Starts all, prints where to go and who to be, keeps the parts alive, and on Ctrl-C stops them
 * in order. When Maven, which started us, goes away, we stop as well, so that nothing is left
 * behind.
 */
public final class Shutaf {

    private final Progress progress = Progress.onTerminal();
    private final AtomicBoolean stopping = new AtomicBoolean();

    private Shutaf() {}

    /**
     * Runs until Ctrl-C. Ends with exit code 1 and one clear sentence when the hub cannot start.
     */
    public static void main(String... arguments) {
        System.exit(new Shutaf().run());
    }

    private int run() {
        Outcome.well();
        try {
            Settings settings = Settings.from(System.getenv(), Path.of(""));
            HubParts hub = new HubParts(settings, Distributions.fromMaven(), progress);
            Supervisor supervisor = new Supervisor(hub, progress);
            Thread atEnd = new Thread(() -> stop(hub, supervisor), "stop");
            Runtime.getRuntime().addShutdownHook(atEnd);
            stopWhenParentIsGone();
            hub.start();
            if (settings.demo()) {
                loadDemo(settings, hub);
            }
            progress.lines(welcome(settings, hub));
            supervisor.watch();
            return 0;
        } catch (CannotStart reason) {
            if (!stopping.get()) {
                String sentence = "Shutaf cannot start: " + reason.getMessage();
                Outcome.failed(sentence);
                progress.lines(List.of("", sentence, ""));
            }
            return 1;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void loadDemo(Settings settings, HubParts hub) {
        PartnerDoor door = new PartnerDoor(settings.web(), hub.credentials());
        new DemoLoad(hub.data().path(), door, said -> progress.say("demo", said)).once();
    }

    private void stop(HubParts hub, Supervisor supervisor) {
        stopping.set(true);
        supervisor.stop();
        hub.close();
        progress.say("shutaf", "stopped; all data is kept in " + hub.data().path());
    }

    private static void stopWhenParentIsGone() {
        ProcessHandle.current().parent().ifPresent(maven -> {
            Thread watch = new Thread(
                    () -> {
                        maven.onExit().join();
                        System.exit(130);
                    },
                    "wait for parent");
            watch.setDaemon(true);
            watch.start();
        });
    }

    private List<String> welcome(Settings settings, HubParts hub) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Shutaf is ready");
        lines.add("  hub           " + settings.web() + "/");
        lines.add("  partner API   " + settings.web() + "/partners/api/v1  (health: "
                + settings.web() + "/partners/api/health)");
        lines.add("  keycloak      " + settings.keycloak() + "/  realm " + Realm.NAME);
        lines.add("  database      " + hub.database().jdbcUrl());
        lines.add("  drop folder   " + hub.data().path().resolve("inbox"));
        lines.add("  data, logs    " + hub.data().path());
        if (settings.demo()) {
            DemoCredentials demo = hub.credentials();
            lines.add(
                    "  demo logins   (also in " + hub.data().path().resolve("demo-credentials.json")
                            + ", with the partners' client secrets)");
            settings.externalKeycloak()
                    .ifPresent(theirs -> lines.add("    valid if the realm at " + theirs
                            + " was imported from shutaf-realm.json in that folder"));
            demo.users()
                    .forEach(user -> lines.add(String.format(
                            "    %-15s %-18s %s", user.username(), user.password(), user.role())));
        }
        return lines;
    }
}
