package shutaf.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import shutaf.run.Joining;
import shutaf.run.RunningHub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A partner of the running hub as a file test needs it: once it has joined, only its folders are
 * used.
 */
public final class FilePartner {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATER = Duration.ofMinutes(4);

    private static final String BOOKS = """
            select concat_ws(' ', p.kind, p.status, p.outlet, p.till, p.business_date, p.number,
                p.total, p.points, p.member_id, (select count(*) from journal j
                where j.business_date = p.business_date and j.id = p.journal_id),
                (select sum(amount) from purchase_line l
                where l.business_date = p.business_date and l.purchase_id = p.id))
            from purchase p where p.partner_id = ? order by 1""";

    private final RunningHub hub;
    private final String code;

    private FilePartner(RunningHub hub, String code) {
        this.hub = hub;
        this.code = code;
    }

    /** Makes a partner and waits until its drop folder is there. */
    public static FilePartner joining(RunningHub hub, String code, Collection<String> outlets)
            throws SQLException {
        FilePartner partner = new FilePartner(hub, code);
        Joining.partner(hub, code, outlets);
        await().atMost(SOON).until(() -> Files.isDirectory(partner.inbox()));
        return partner;
    }

    /** Makes members with these cards; those already there stay. */
    static void members(RunningHub hub, Collection<String> cards) throws SQLException {
        Joining.members(hub, cards);
    }

    Path inbox() {
        return hub.dataDir().resolve("inbox").resolve(code);
    }

    Path outbox() {
        return hub.dataDir().resolve("outbox").resolve(code);
    }

    /** Puts a file into the inbox at once. */
    void drop(String name, byte[] content) {
        try {
            Path draft = Files.write(inbox().resolve("." + name + ".growing"), content);
            Files.move(draft, inbox().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a dropped file has left the inbox, and reads its handback. */
    List<String> handback(String name) {
        return answer(name, ".handback.csv");
    }

    /** Waits until a dropped file has left the inbox, and reads its rejects. */
    List<String> rejects(String name) {
        return answer(name, ".rejects.csv");
    }

    /** The handback of a file that is dropped now. */
    List<String> dropped(String name, String content) {
        drop(name, content.getBytes(StandardCharsets.UTF_8));
        return handback(name);
    }

    private List<String> answer(String name, String ending) {
        await().atMost(LATER).until(() -> !Files.exists(inbox().resolve(name)));
        Path answer = outbox().resolve(name.replace(".csv", ending));
        assertThat(answer).exists();
        try {
            return Files.readAllLines(answer, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One figure about this partner, whose number is the query's only parameter. */
    long figure(String query) throws SQLException {
        try (Connection app = asHub();
                PreparedStatement statement = app.prepareStatement(query)) {
            statement.setInt(1, number(app));
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }

    /** Receipt by receipt what is in the books, without the numbers that differ from run to run. */
    List<String> books() throws SQLException {
        List<String> books = new ArrayList<>();
        try (Connection app = asHub();
                PreparedStatement statement = app.prepareStatement(BOOKS)) {
            statement.setInt(1, number(app));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    books.add(rows.getString(1));
                }
            }
        }
        return books;
    }

    private int number(Connection app) throws SQLException {
        try (PreparedStatement statement =
                app.prepareStatement("select id from partner where code = ?")) {
            statement.setString(1, code);
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getInt(1);
            }
        }
    }

    private Connection asHub() throws SQLException {
        Connection app = hub.asApp();
        app.createStatement().execute("select set_config('hub.partner', '0', false)");
        return app;
    }
}
