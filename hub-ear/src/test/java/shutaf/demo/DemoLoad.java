package shutaf.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Loads the demo coalition into a running hub through its own doors: members and redemptions by the
 * partner API, purchases by the drop folders. Killed in the middle it can be started again: every
 * door takes each thing once.
 */
public final class DemoLoad {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final String MARKER = "demo-loaded";
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(30);

    private final Path data;
    private final Door door;
    private final Consumer<String> progress;

    /** The partner API with the token of a partner. */
    @FunctionalInterface
    public interface Door {
        /**
         * Posts and reads the answer; refusals come back as their problem document.
         *
         * @param partner code of the partner whose token is used
         * @param path below /partners/api/v1
         */
        JsonNode post(String partner, String path, JsonNode body);
    }

    /**
     * A load into one hub.
     *
     * @param data the hub's data folder
     * @param door the hub's partner API
     * @param progress gets a sentence now and then
     */
    public DemoLoad(Path data, Door door, Consumer<String> progress) {
        this.data = data;
        this.door = door;
        this.progress = progress;
    }

    /** Loads unless it was loaded before. */
    public void once() {
        if (Files.exists(data.resolve(MARKER))) {
            return;
        }
        DemoCoalition coalition = DemoCoalition.endingBefore(LocalDate.now(ZONE));
        enrol(coalition.members());
        sendFiles(coalition);
        redeem(coalition.redemptions());
        write(data.resolve(MARKER), LocalDate.now(ZONE).toString());
    }

    private void enrol(List<DemoMember> members) {
        for (DemoMember member : members) {
            JsonNode answer = door.post("SUPER", "/members", enrolment(member));
            if (!answer.has("memberId")) {
                throw new IllegalStateException(
                        "The hub refused demo member " + member.number() + ": " + answer);
            }
            if (member.number() % 500 == 0) {
                progress.accept(member.number() + " of " + members.size() + " members");
            }
        }
    }

    private static ObjectNode enrolment(DemoMember member) {
        ObjectNode body = JSON.createObjectNode().put("language", member.language());
        ArrayNode identifiers = body.putArray("identifiers");
        identifiers.addObject().put("scheme", "CARD").put("value", member.card());
        identifiers.addObject().put("scheme", "PHONE").put("value", member.phone());
        identifiers.addObject().put("scheme", "EMAIL").put("value", member.email());
        body.putObject("name").put("first", member.first()).put("last", member.last());
        ArrayNode consents = body.putArray("consents");
        consent(consents, "SMS", member.smsConsent());
        consent(consents, "EMAIL", member.emailConsent());
        return body;
    }

    private static void consent(ArrayNode consents, String channel, boolean granted) {
        consents.addObject()
                .put("purpose", "MARKETING")
                .put("channel", channel)
                .put("granted", granted)
                .put("wording", DemoMember.CONSENT_WORDING);
    }

    private void sendFiles(DemoCoalition coalition) {
        int files = 0;
        for (DemoPartner partner : DemoPartner.values()) {
            Path inbox = data.resolve("inbox").resolve(partner.name());
            coalition.writeFiles(partner, inbox);
            files += coalition.fileCount(partner);
        }
        awaitHandbacks(files);
    }

    private void awaitHandbacks(int files) {
        long end = System.nanoTime() + LONGEST_NANOS;
        long said = -1;
        while (true) {
            long done = count("outbox", ".handback.csv");
            if (done / 10 != said / 10) {
                progress.accept(done + " of " + files + " purchase files");
                said = done;
            }
            if (done >= files && count("inbox", ".csv") == 0) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The hub took only " + done + " of " + files
                        + " purchase files in half an hour; see the logs");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    private long count(String box, String ending) {
        try (Stream<Path> found = Files.walk(data.resolve(box), 2)) {
            return found.filter(p -> p.getFileName().toString().endsWith(ending))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void redeem(List<DemoRedemption> redemptions) {
        for (DemoRedemption redemption : redemptions) {
            String partner = redemption.partner().name();
            JsonNode held = door.post(partner, "/redemptions", hold(redemption));
            if (!held.has("redemptionId")) {
                progress.accept("not redeemed, " + held.path("code").asText() + ": "
                        + redemption.receipt().text());
                continue;
            }
            String path = "/redemptions/" + held.get("redemptionId").asText();
            if (redemption.then() == DemoRedemption.Then.VOIDED) {
                door.post(partner, path + "/void", JSON.createObjectNode());
                continue;
            }
            door.post(
                    partner,
                    path + "/capture",
                    JSON.createObjectNode().put("points", redemption.captured()));
            if (redemption.then() == DemoRedemption.Then.REVERSED) {
                door.post(
                        partner,
                        path + "/reverse",
                        JSON.createObjectNode().put("reason", "RETURNED_GOODS"));
            }
        }
        progress.accept(redemptions.size() + " redemptions");
    }

    private static ObjectNode hold(DemoRedemption redemption) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("receipt")
                .put("outlet", redemption.receipt().outlet())
                .put("till", redemption.receipt().till())
                .put("businessDate", redemption.receipt().businessDate().toString())
                .put("number", redemption.receipt().number());
        body.put("happenedAt", redemption.happenedAt().toString());
        body.putObject("member")
                .put("scheme", "CARD")
                .put("value", redemption.member().card());
        return body.put("points", redemption.points());
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
