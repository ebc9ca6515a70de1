package shutaf.run;

import shutaf.run.Settings.Reader;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The mail server that takes the hub's letters, as somebody else runs it.
 *
 * @param host name or address
 * @param port TCP port
 * @param user login; absent when it asks for none
 * @param password of that login
 * @param safety how the way to it is protected
 * @param from address of the sender
 */
record MailServer(
        String host, int port, Optional<String> user, String password, Safety safety, String from) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    /** Where the lines about the login go in WildFly's script. */
    private static final String PLACE = "#{mail-login}";

    /** How the way to the mail server is protected. */
    enum Safety {
        /** The dialogue changes to TLS before anything is said, or ends there. */
        STARTTLS,
        /** TLS from the first byte. */
        TLS,
        /** In the clear. */
        NONE
    }

    /** The server that the environment names, if it names one. */
    static Optional<MailServer> from(Reader read) {
        Safety asked = safety(read);
        int port = read.given(Setting.HUB_SMTP_PORT)
                .map(given -> read.port(Setting.HUB_SMTP_PORT))
                .orElse(asked == Safety.TLS ? 465 : 587);
        Optional<String> from = read.given(Setting.HUB_MAIL_FROM);
        if (from.isPresent() && !from.get().matches("[^@\\s]+@[^@\\s]+")) {
            throw read.wrong(Setting.HUB_MAIL_FROM, "an e-mail address");
        }
        Optional<String> host = read.given(Setting.HUB_SMTP_HOST);
        if (host.isPresent() && !host.get().matches("[A-Za-z0-9.:_-]+")) {
            throw read.wrong(Setting.HUB_SMTP_HOST, "a host's name or address");
        }
        return host.map(name -> new MailServer(
                        name,
                        port,
                        read.given(Setting.HUB_SMTP_USER),
                        read.text(Setting.HUB_SMTP_PASSWORD),
                        asked,
                        from.orElseThrow(() -> new CannotStart("HUB_SMTP_HOST is set, so "
                                + Setting.HUB_MAIL_FROM + " must be set too: it is the "
                                + Setting.HUB_MAIL_FROM.meaning() + "."))))
                .map(MailServer::checked);
    }

    private static Safety safety(Reader read) {
        return switch (read.text(Setting.HUB_SMTP_TLS)) {
            case "starttls" -> Safety.STARTTLS;
            case "tls" -> Safety.TLS;
            case "none" -> Safety.NONE;
            case "" ->
                LOOPBACK.contains(read.text(Setting.HUB_SMTP_HOST)) ? Safety.NONE : Safety.STARTTLS;
            default -> throw read.wrong(Setting.HUB_SMTP_TLS, "starttls, tls or none");
        };
    }

    private MailServer checked() {
        if (user.isPresent() && safety == Safety.NONE && !LOOPBACK.contains(host)) {
            throw new CannotStart("HUB_SMTP_TLS is none, so the password of HUB_SMTP_USER would"
                    + " cross the network in the clear. Use starttls or tls, or no login.");
        }
        return this;
    }

    /** WildFly's script with what this server needs. */
    String in(String script) {
        return user.isPresent() ? script.replace(PLACE, Resources.text("mail-login.cli")) : script;
    }

    /** What WildFly and the hub read, as environment variables. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "HUB_SMTP_HOST", host,
                "HUB_SMTP_PORT", Integer.toString(port),
                "HUB_SMTP_STARTTLS", Boolean.toString(safety == Safety.STARTTLS),
                "HUB_SMTP_SSL", Boolean.toString(safety == Safety.TLS),
                "HUB_MAIL_FROM", from));
        user.ifPresent(name -> {
            environment.put("HUB_SMTP_USER", name);
            environment.put("HUB_SMTP_PASSWORD", password);
        });
        return environment;
    }
}
