package shutaf.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import shutaf.run.RunningHub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Partners B01 to B52 and ten thousand members with lots, of whom member 0 has 20,000 lots. */
final class BenchCoalition {
    /** Partners that sell; two more get purchase files. */
    static final int SELLERS = 50;

    static final int MEMBERS = 10_000;

    /** Its purchase files go through the drop folder. */
    static final String BY_FILE = code(SELLERS + 1);

    /** Its purchase files go through COPY and SQL. */
    static final String BY_SQL = code(SELLERS + 2);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningHub hub;
    private final Database database;

    BenchCoalition(RunningHub hub, Database database) {
        this.hub = hub;
        this.database = database;
    }

    /** Founds partners as the hub's own start does, then writes members and lots by SQL. */
    void found() {
        try {
            Files.writeString(hub.dataDir().resolve("founding.json"), founding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        hub.restart(RunningHub.Server.WILDFLY);
        IntStream.rangeClosed(1, SELLERS).forEach(i -> hub.addClient(code(i)));
        database.file("members.sql");
        database.run("vacuum analyze");
    }

    /** Tokens of the first so many sellers, each good for another minute at least. */
    List<String> tokens(int partners) {
        return IntStream.rangeClosed(1, partners)
                .mapToObj(i -> hub.token(code(i)))
                .toList();
    }

    private static String code(int partner) {
        return String.format(Locale.ROOT, "B%02d", partner);
    }

    private static String founding() {
        ObjectNode founding = JSON.createObjectNode()
                .put("currency", "ILS")
                .put("proposedBy", "founder")
                .put("approvedBy", "auditor");
        ArrayNode partners = founding.putArray("partners");
        for (int i = 1; i <= SELLERS + 2; i++) {
            ObjectNode partner = partners.addObject()
                    .put("code", code(i))
                    .put("nameHe", code(i))
                    .put("nameEn", code(i))
                    .put("takesHistory", true);
            partner.putArray("outlets")
                    .addObject()
                    .put("code", "01")
                    .put("nameHe", "01")
                    .put("nameEn", "01");
            partner.putObject("terms")
                    .put("validFrom", "2020-01-01")
                    .put("pointsPerUnit", 1)
                    .put("pricePer100Points", 600)
                    .put("refundPer100Points", 500)
                    .put("pendingDays", 0)
                    .put("expiryMonths", 24)
                    .put("clawback", "UNLIMITED")
                    .put("debtCap", 10_000)
                    .putArray("excludedCategories")
                    .add("GIFT_CARD");
        }
        return founding.toString();
    }
}
