package shutaf.files;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A purchase file as a partner's program writes it, with a right trailer; amounts in agorot. */
final class FileText {
    private final String header;
    private final List<String> lines = new ArrayList<>();
    private long sum;

    FileText(String partner, int sequence) {
        this(partner, sequence, "LIVE");
    }

    FileText(String partner, int sequence, String mode) {
        header = String.format("H;1;%s;%06d;2026-11-20T23:59:00+02:00;%s", partner, sequence, mode);
    }

    /** A receipt of one line at outlet 01, till 1. */
    FileText sale(String number, String card, long agorot) {
        return line(number, card, agorot, "SALE;");
    }

    /** Line 1 of a sale comes back. */
    FileText goodsBack(String number, String card, long agorot, String sale) {
        return line(number, card, agorot, "RETURN;01/1/2026-11-20/" + sale);
    }

    private FileText line(String number, String card, long agorot, String end) {
        lines.add("D;01;1;2026-11-20;" + number + ";2026-11-20T08:05:00+02:00;CARD;" + card
                + ";ILS;1;7290000000015;חלב 3%;DAIRY;1;" + money(agorot) + ";0.00;18;" + end);
        sum += end.startsWith("RETURN") ? -agorot : agorot;
        return this;
    }

    private static String money(long agorot) {
        return String.format(
                Locale.ROOT,
                "%s%d.%02d",
                agorot < 0 ? "-" : "",
                Math.abs(agorot) / 100,
                Math.abs(agorot) % 100);
    }

    /** Header, lines and trailer. */
    String text() {
        String body = String.join("\n", lines) + "\n";
        return header + "\n" + body + "T;" + lines.size() + ";" + money(sum) + ";" + sha256(body)
                + "\n";
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
