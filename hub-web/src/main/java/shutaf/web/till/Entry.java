package shutaf.web.till;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one press of a button. It is made with the page and sent with the form, so that a form sent
 * twice is the same receipt at the same time and books once.
 *
 * @param at when the page was made
 * @param random tells apart pages of the same millisecond
 */
record Entry(Instant at, String random) {
    private static final Pattern SHAPE = Pattern.compile("([0-9a-z]{8,10})-([0-9a-z]{5})");
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int FIVE_DIGITS = Integer.parseInt("zzzzz", 36);

    static Entry fresh(Instant now) {
        String random = Integer.toString(CHANCE.nextInt(FIVE_DIGITS), 36);
        return new Entry(
                Instant.ofEpochMilli(now.toEpochMilli()),
                ("00000" + random).substring(random.length()));
    }

    /** Reads what {@link #toString} wrote; empty when somebody else wrote it. */
    static Optional<Entry> parse(String text) {
        Matcher parts = SHAPE.matcher(text == null ? "" : text);
        return parts.matches()
                ? Optional.of(new Entry(
                        Instant.ofEpochMilli(Long.parseLong(parts.group(1), 36)), parts.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(at.toEpochMilli(), 36) + "-" + random;
    }
}
