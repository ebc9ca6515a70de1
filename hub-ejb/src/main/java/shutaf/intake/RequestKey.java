package shutaf.intake;

import shutaf.shared.Fingerprint;
import shutaf.shared.PartnerId;

/**
 * The Idempotency-Key of a partner's request. Once used, it stands for that content for ever.
 *
 * @param partner whose key
 * @param key as sent, 1 to 255 characters
 * @param content fingerprint of what was asked, business key included
 */
public record RequestKey(PartnerId partner, String key, Fingerprint content) {
    private static final int MOST = 255;

    /**
     * Refuses what could not be kept.
     *
     * @throws IllegalArgumentException when the key is empty, too long or has control characters
     */
    public RequestKey {
        if (key.isBlank() || key.length() > MOST || key.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "an idempotency key has 1 to 255 characters, no control characters");
        }
    }
}
