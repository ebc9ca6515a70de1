package shutaf.connectors.batch;

import shutaf.shared.Fingerprint;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A purchase file as a partner writes it, with a right trailer. */
final class WrittenFile {
    private final List<String> lines = new ArrayList<>();
    private String header = "H;1;SUPER;000001;2026-11-20T23:59:00+02:00;LIVE";
    private Charset charset = StandardCharsets.UTF_8;
    private BigDecimal sum = BigDecimal.ZERO;
    private String end = "\n";

    WrittenFile header(String line) {
        header = line;
        return this;
    }

    WrittenFile in(Charset other) {
        charset = other;
        return this;
    }

    WrittenFile endingLinesWith(String lineEnd) {
        end = lineEnd;
        return this;
    }

    /** One line of a receipt at outlet 01, till 1, on 2026-11-20. */
    WrittenFile sale(String number, int line, String amount) {
        return line(saleLine(number, line, amount), amount);
    }

    WrittenFile goodsBack(String number, int line, String amount, String original) {
        String back = saleLine(number, line, amount)
                .replace(";SALE;", ";RETURN;01/1/2026-11-20/" + original);
        return line(back, new BigDecimal(amount).negate().toPlainString());
    }

    /** Any line, with what it adds to the sum. */
    WrittenFile line(String line, String counted) {
        lines.add(line);
        sum = sum.add(new BigDecimal(counted));
        return this;
    }

    static String saleLine(String number, int line, String amount) {
        return "D;01;1;2026-11-20;" + number + ";2026-11-20T08:05:00+02:00;CARD;2900000000056;ILS;"
                + line + ";729" + line + ";חלב 3%;DAIRY;1;" + amount + ";0.00;18;SALE;";
    }

    byte[] bytes() {
        String body = String.join("", lines.stream().map(l -> l + end).toList());
        byte[] d = body.getBytes(charset);
        String trailer = "T;" + lines.size() + ";" + sum.toPlainString() + ";"
                + HexFormat.of().formatHex(Fingerprint.sha256().digest(d)) + end;
        return bytes(trailer);
    }

    byte[] bytes(String trailer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((header + end).getBytes(charset));
        lines.forEach(l -> out.writeBytes((l + end).getBytes(charset)));
        out.writeBytes(trailer.getBytes(charset));
        return out.toByteArray();
    }
}
