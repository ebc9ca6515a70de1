package shutaf.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hub's key for hashes and signed tokens. From HUB_SECRET, else made at the first start and
 * kept in the data folder; whoever loses it can no longer match national ids.
 */
@ApplicationScoped
public class HubSecret {
    private static final int KEY_BYTES = 32;

    @Inject
    private HubSettings settings;

    private volatile byte[] key;

    /**
     * HMAC-SHA-256 as unpadded base64url (43 characters); the use keeps hashes of different uses
     * apart.
     */
    public String hash(String use, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            mac.update(use.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a JDK without HmacSHA256", e);
        }
    }

    private byte[] key() {
        if (key == null) {
            synchronized (this) {
                if (key == null) {
                    key = settings.secret()
                            .map(s -> s.getBytes(StandardCharsets.UTF_8))
                            .orElseGet(this::kept);
                }
            }
        }
        return key;
    }

    private byte[] kept() {
        Path file = settings.dataFolder().resolve("secrets").resolve("hub.key");
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                make(file);
            }
            return HexFormat.of().parseHex(Files.readString(file).strip());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read or make the hub's key " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        Path draft = Files.createTempFile(
                file.getParent(),
                "key",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, HexFormat.of().formatHex(fresh), StandardOpenOption.SYNC);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another thread was first; its key counts.
        } finally {
            Files.delete(draft);
        }
    }
}
