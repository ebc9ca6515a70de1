package shutaf.connectors.runtime;

import java.net.URI;
import java.nio.file.Path;

/**
 * A folder on a partner's SFTP server, with our key for it and the server's key that we insist on.
 *
 * @param user whom we log in as
 * @param host name or address
 * @param port TCP port
 * @param folder below the login folder, without slash at its ends
 * @param privateKey file with our private key, OpenSSH or PEM, without passphrase; readable for the
 *     hub alone
 * @param hostKey the server's public key as in known_hosts without the host: {@code ssh-ed25519
 *     AAAA...}
 */
public record SftpSource(
        String user, String host, int port, String folder, Path privateKey, String hostKey) {
    private static final int SSH = 22;

    /**
     * Reads {@code sftp://user@host:port/folder}.
     *
     * @throws IllegalStateException when it is none, or when it carries a password, which would end
     *     in logs
     */
    public static SftpSource of(String address, String privateKey, String hostKey) {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("an SFTP address must be like " + FORM, e);
        }
        String user = uri.getUserInfo();
        if (!"sftp".equals(uri.getScheme())
                || uri.getHost() == null
                || user == null
                || user.contains(":")
                || uri.getQuery() != null) {
            throw new IllegalStateException(
                    "an SFTP address must be like " + FORM + ", without password");
        }
        if (!hostKey.matches("[a-z0-9@.-]+ [A-Za-z0-9+/=]+")) {
            throw new IllegalStateException(
                    "a host key must be like: ssh-ed25519 AAAAC3Nza..., as in known_hosts");
        }
        return new SftpSource(
                user,
                uri.getHost(),
                uri.getPort() < 0 ? SSH : uri.getPort(),
                uri.getPath().replaceAll("^/+|/+$", ""),
                Path.of(privateKey),
                hostKey);
    }

    private static final String FORM = "sftp://shutaf@files.partner.example:22/outgoing";

    /** The line of known_hosts that trusts this server and no other. */
    public String knownHost() {
        return (port == SSH ? host : "[" + host + "]:" + port) + " " + hostKey + "\n";
    }
}
