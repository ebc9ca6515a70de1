package shutaf.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over what makes two requests the same request: tells a repeat from a reused key.
 *
 * @param hex 64 hexadecimal digits
 */
public record Fingerprint(String hex) {
    /** Over the parts; null counts as empty, and "a","b" differs from "ab". */
    public static Fingerprint of(Object... parts) {
        MessageDigest digest = sha256();
        for (Object part : parts) {
            digest.update(
                    String.valueOf(part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0x1f);
        }
        return new Fingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    /** A fresh digest; every JDK has SHA-256. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a JDK without SHA-256", e);
        }
    }
}
