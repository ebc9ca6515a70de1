package shutaf.run;

import org.apache.sshd.common.config.keys.PublicKeyEntry;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Partners whose files the hub of the tests fetches from SFTP servers: the hub is told of them at
 * its start, the tests start the servers. One server turns out to be another than was agreed on.
 */
public final class SftpPartners {
    /** Its server shows the key that was agreed on. */
    public static final String HONEST = "SFTPHONEST";

    /** Its server shows another key. */
    public static final String FALSE = "SFTPFALSE";

    /**
     * A server as the hub was told of it.
     *
     * @param port TCP port on loopback
     * @param hostKey the key that was agreed on
     */
    public record Server(int port, KeyPair hostKey) {}

    private final Map<String, Server> servers = new LinkedHashMap<>();
    private final KeyPair ours = keyPair();
    private final Path ourKeyFile;

    SftpPartners(Path folder) {
        ourKeyFile = PrivateFile.folder(folder).resolve("hub-key.pem");
        PrivateFile.write(ourKeyFile, pem(ours));
        servers.put(HONEST, new Server(Ports.free(), keyPair()));
        servers.put(FALSE, new Server(Ports.free(), keyPair()));
    }

    /** The server of a partner, to be started by the test. */
    public Server server(String partner) {
        return servers.get(partner);
    }

    /** The key with which the hub logs in. */
    public KeyPair hub() {
        return ours;
    }

    /** What the hub is told, as settings. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("HUB_SFTP_POLL_SECONDS", "2");
        servers.forEach((code, server) -> {
            String name = "HUB_SFTP_" + code;
            settings.put(name, "sftp://shutaf@127.0.0.1:" + server.port() + "/outgoing");
            settings.put(name + "_KEY", ourKeyFile.toString());
            settings.put(name + "_ANSWERS", "answers");
            settings.put(
                    name + "_HOSTKEY", PublicKeyEntry.toString(server.hostKey().getPublic()));
        });
        return settings;
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has RSA", e);
        }
    }

    private static String pem(KeyPair keys) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }
}
