package shutaf.reports.statement;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Lets a partner recompute the line file of its statement without trusting us. This file alone is
 * enough, it needs nothing but a JDK:
 *
 * <pre>java StatementVerifier.java lines.csv HASH-PRINTED-ON-THE-STATEMENT</pre>
 *
 * <p>It walks the chain of hashes, adds up points and money, and compares the last hash. Exit code
 * 0: the file is the one that the statement stands on; 1: it is not, and the first wrong line is
 * named; 2: the file could not be read.
 */
public final class StatementVerifier {

    private static final int COLUMNS_BEFORE_TEXTS = 9;
    private static final int LINE = 1;
    private static final int POINTS = 6;
    private static final int MONEY = 7;

    private final MessageDigest sha256;
    private long lines;
    private long points;
    private BigDecimal money = BigDecimal.ZERO;

    private StatementVerifier() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** What was found: a whole chain, or the first line that breaks it. */
    public sealed interface Finding {}

    /**
     * Every line follows from the one before.
     *
     * @param lines number of lines after the heading
     * @param points signed sum of points
     * @param money signed sum of money in major units
     * @param hash the last hash
     */
    public record Whole(long lines, long points, BigDecimal money, String hash)
            implements Finding {}

    /**
     * The chain breaks.
     *
     * @param line number of the first wrong line; 0 is the heading
     * @param reason one sentence
     */
    public record Broken(long line, String reason) implements Finding {}

    /**
     * Recomputes a line file.
     *
     * @throws IOException when it cannot be read
     */
    public static Finding verify(Reader file) throws IOException {
        return new StatementVerifier().walk(new BufferedReader(file));
    }

    private Finding walk(BufferedReader file) throws IOException {
        String heading = file.readLine();
        if (heading == null
                || !heading.startsWith("statement,line,")
                || !heading.endsWith(",hash")) {
            return new Broken(0, "this is not a line file: its heading is missing");
        }
        String hash = hash(heading);
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            lines++;
            int comma = line.lastIndexOf(',');
            String next = comma < 0 ? "" : hash(hash + line.substring(0, comma));
            if (comma < 0 || !next.equals(line.substring(comma + 1))) {
                return new Broken(lines, "this line, or its place, is not the one that was issued");
            }
            if (!add(line.split(",", COLUMNS_BEFORE_TEXTS + 1))) {
                return new Broken(lines, "number, points or money cannot be read");
            }
            hash = next;
        }
        return new Whole(lines, points, money, hash);
    }

    private boolean add(String[] columns) {
        try {
            if (Long.parseLong(columns[LINE]) != lines) {
                return false;
            }
            points = Math.addExact(points, Long.parseLong(columns[POINTS]));
            money = money.add(new BigDecimal(columns[MONEY]));
            return true;
        } catch (ArithmeticException | IndexOutOfBoundsException | NumberFormatException unread) {
            return false;
        }
    }

    private String hash(String text) {
        return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Verifies the file named first against the hash named second; see the class. */
    public static void main(String[] arguments) {
        PrintStream answer = new PrintStream(
                new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(arguments, answer));
    }

    static int run(String[] arguments, PrintStream answer) {
        if (arguments.length < 1 || arguments.length > 2) {
            answer.println("usage: java StatementVerifier.java lines.csv [hash on the statement]");
            return 2;
        }
        try (Reader file = Files.newBufferedReader(Path.of(arguments[0]), StandardCharsets.UTF_8)) {
            return judge(verify(file), arguments.length == 2 ? arguments[1] : "", answer);
        } catch (IOException unread) {
            answer.println("cannot read " + arguments[0] + ": " + unread);
            return 2;
        }
    }

    private static int judge(Finding finding, String printed, PrintStream answer) {
        switch (finding) {
            case Broken broken -> {
                answer.println("BROKEN at line " + broken.line() + ": " + broken.reason());
                return 1;
            }
            case Whole whole -> {
                answer.println(whole.lines() + " lines, points " + whole.points() + ", money "
                        + whole.money().toPlainString() + ", hash " + whole.hash());
                if (!printed.isEmpty() && !printed.equalsIgnoreCase(whole.hash())) {
                    answer.println("BROKEN: the statement carries another hash: " + printed);
                    return 1;
                }
                answer.println(
                        printed.isEmpty()
                                ? "compare this hash with the one on the statement"
                                : "OK: this is the line file of the statement");
                return 0;
            }
        }
    }
}
