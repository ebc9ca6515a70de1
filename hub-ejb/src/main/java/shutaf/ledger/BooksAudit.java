package shutaf.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.Sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Proves the books against each other and names the first difference of each rule. The statements
 * stand in books-audit.sql, so that the same proof runs from the command line on a restored copy.
 */
@ApplicationScoped
public class BooksAudit {
    /**
     * How the database shall plan the rules, which read whole tables: by a guess it would expect
     * few rows and look each up alone, which takes minutes where this takes a second. Goes behind
     * {@code set}.
     */
    public static final String PLANS = "enable_nestloop = off";

    @Inject
    private Sql sql;

    /**
     * A rule that does not hold.
     *
     * @param rule the rule in words
     * @param detail the first row that breaks it
     */
    public record Difference(String rule, String detail) {}

    /**
     * A rule and the statement that finds what breaks it.
     *
     * @param rule the rule in words
     * @param statement yields one text column; no row when the rule holds
     */
    public record Check(String rule, String statement) {}

    /**
     * The rules that do not hold; empty when the books are right. Each is read from one snapshot.
     */
    @Transactional
    @InHubScope
    public List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        sql.run("set local " + PLANS);
        for (Check check : checks()) {
            sql.first(check.statement(), r -> r.getString(1))
                    .ifPresent(row -> found.add(new Difference(check.rule(), row)));
        }
        return found;
    }

    /**
     * The rules, read from books-audit.sql: each begins with a comment that names it and ends with
     * a semicolon.
     */
    public static List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (String part : text().split(";\\s*\\n", -1)) {
            String statement = part.strip();
            if (!statement.isEmpty()) {
                int end = statement.indexOf('\n');
                checks.add(new Check(
                        statement.substring(0, end).replaceFirst("^--\\s*", ""),
                        statement.substring(end)));
            }
        }
        return checks;
    }

    private static String text() {
        try (InputStream in = BooksAudit.class.getResourceAsStream("books-audit.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
