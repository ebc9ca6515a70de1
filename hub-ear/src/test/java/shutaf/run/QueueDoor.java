package shutaf.run;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way in for partners' systems that send purchases by message queue: for each partner a login
 * and a queue of its own, to which this login may send and do nothing else. Without such partners
 * nothing listens.
 */
final class QueueDoor {
    /** Where the lines go in WildFly's script. */
    private static final String PLACE = "#{queue}";

    private final List<String> partners;
    private final Secrets secrets;

    QueueDoor(List<String> partners, Secrets secrets) {
        this.partners = partners;
        this.secrets = secrets;
    }

    /** WildFly's script with what the door needs. */
    String in(String script) {
        if (partners.isEmpty()) {
            return script;
        }
        String each = Resources.text("queue-partner.cli");
        String all = partners.stream()
                .map(code -> each.replace("${code}", code).replace("${login}", login(code)))
                .collect(Collectors.joining("\n"));
        return script.replace(PLACE, Resources.text("queue.cli") + "\n" + all);
    }

    /** Writes the logins where WildFly reads them, for its user alone. */
    void writeLogins(Path configuration) {
        PrivateFile.write(
                configuration.resolve("queue-logins.properties"),
                partners.stream()
                        .map(code -> login(code) + "=" + password(code) + "\n")
                        .collect(Collectors.joining()));
        PrivateFile.write(
                configuration.resolve("queue-roles.properties"),
                partners.stream()
                        .map(code -> login(code) + "=" + login(code) + "\n")
                        .collect(Collectors.joining()));
    }

    /** The same name as the partner's client at Keycloak has. */
    static String login(String code) {
        return "partner-" + Realm.alias(code);
    }

    /** Kept among the secrets as {@code queue.partner-...}. */
    String password(String code) {
        return secrets.secret("queue." + login(code));
    }
}
