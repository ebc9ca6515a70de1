package shutaf.reports.document;

import org.openpdf.text.pdf.BaseFont;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Heebo in two weights, embedded as a subset: it has Hebrew, Latin, digits of one width, the true
 * minus and the shekel sign in one file.
 *
 * <p>Loaded anew for each paper and never from OpenPDF's cache, because a cached font carries the
 * subset name of an earlier paper.
 */
final class HouseFonts {

    private static final byte[] REGULAR = read("Heebo-Regular.ttf");
    private static final byte[] SEMI_BOLD = read("Heebo-SemiBold.ttf");

    private final BaseFont regular;
    private final BaseFont semiBold;

    HouseFonts(String fingerprint) {
        this.regular = load("Heebo-Regular.ttf", REGULAR, fingerprint);
        this.semiBold = load("Heebo-SemiBold.ttf", SEMI_BOLD, fingerprint);
    }

    BaseFont regular() {
        return regular;
    }

    BaseFont semiBold() {
        return semiBold;
    }

    private static BaseFont load(String name, byte[] file, String fingerprint) {
        try {
            BaseFont font = BaseFont.createFont(
                    name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, file, null);
            font.setSecureRandom(new SubsetLetters(name + fingerprint));
            return font;
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot load " + name, broken);
        }
    }

    private static byte[] read(String name) {
        try (InputStream font = HouseFonts.class.getResourceAsStream(name)) {
            return font.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + name, broken);
        }
    }

    /**
     * The six letters before a subset's name, drawn from the figures instead of from chance: the
     * same figures must give the same bytes. Nothing secret hangs on them.
     */
    private static final class SubsetLetters extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] letters;
        private int next;

        SubsetLetters(String seed) {
            try {
                this.letters = MessageDigest.getInstance("SHA-256")
                        .digest(seed.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java has SHA-256", impossible);
            }
        }

        @Override
        public double nextDouble() {
            return (letters[next++ % letters.length] & 0xff) / 256.0;
        }
    }
}
