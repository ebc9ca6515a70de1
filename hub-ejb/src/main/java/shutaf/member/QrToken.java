package shutaf.member;

import shutaf.platform.HubSecret;
import shutaf.shared.MemberId;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A member's QR: account and time, signed by the hub. A photograph of it is worthless after two
 * minutes.
 */
final class QrToken {
    private static final Duration LIVES = Duration.ofMinutes(2);
    private static final Pattern SHAPE =
            Pattern.compile("S1\\.([A-Za-z0-9_-]{22})\\.([A-Za-z0-9_-]{43})");

    private QrToken() {}

    static String make(MemberId member, HubSecret secret, Instant now) {
        byte[] content = ByteBuffer.allocate(16)
                .putLong(member.value())
                .putLong(now.getEpochSecond())
                .array();
        String body = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
        return "S1." + body + "." + secret.hash("qr", content);
    }

    static Optional<MemberId> read(String token, HubSecret secret, Instant now) {
        Matcher parts = SHAPE.matcher(token);
        if (!parts.matches()) {
            return Optional.empty();
        }
        byte[] content = Base64.getUrlDecoder().decode(parts.group(1));
        byte[] expected = secret.hash("qr", content).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(expected, parts.group(2).getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        ByteBuffer read = ByteBuffer.wrap(content);
        MemberId member = new MemberId(read.getLong());
        Instant made = Instant.ofEpochSecond(read.getLong());
        return Duration.between(made, now).abs().compareTo(LIVES) <= 0
                ? Optional.of(member)
                : Optional.empty();
    }
}
