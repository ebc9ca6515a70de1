package shutaf.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what is not a purchase file, for a person or a script to look at: {@code members.csv},
 * {@code outlets.csv}, {@code redemptions.csv} and {@code rejects-expected.csv}; UTF-8, {@code ;}
 * between fields, one heading line.
 */
public final class DemoLists {
    private DemoLists() {}

    /** Writes the four lists into a folder, which is made when it is not there. */
    public static void write(DemoCoalition coalition, Path folder) {
        try {
            Files.createDirectories(folder);
            put(folder.resolve("members.csv"), members(coalition));
            put(folder.resolve("outlets.csv"), outlets(coalition));
            put(folder.resolve("redemptions.csv"), redemptions(coalition));
            put(folder.resolve("rejects-expected.csv"), rejects(coalition));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's lists cannot be written to " + folder, e);
        }
    }

    private static List<String> members(DemoCoalition coalition) {
        List<String> rows = new ArrayList<>();
        rows.add("number;card;phone;email;first;last;language;city;consents");
        for (DemoMember member : coalition.members()) {
            rows.add(String.join(
                    ";",
                    Integer.toString(member.number()),
                    member.card(),
                    member.phone(),
                    member.email(),
                    member.first(),
                    member.last(),
                    member.language(),
                    member.city(),
                    consent("SMS", member.smsConsent()) + "|"
                            + consent("EMAIL", member.emailConsent())));
        }
        return rows;
    }

    private static String consent(String channel, boolean granted) {
        return "MARKETING/" + channel + "/" + (granted ? "yes" : "no") + "/"
                + DemoMember.CONSENT_WORDING;
    }

    private static List<String> outlets(DemoCoalition coalition) {
        List<String> rows = new ArrayList<>();
        rows.add("partner;outlet;hebrew;english;tills");
        for (DemoOutlet outlet : coalition.outlets()) {
            rows.add(String.join(
                    ";",
                    outlet.partner().name(),
                    outlet.code(),
                    outlet.hebrewName(),
                    outlet.englishName(),
                    String.join("|", outlet.tills())));
        }
        return rows;
    }

    private static List<String> redemptions(DemoCoalition coalition) {
        List<String> rows = new ArrayList<>();
        rows.add("partner;receipt;happened_at;card;points;then;captured");
        for (DemoRedemption redemption : coalition.redemptions()) {
            rows.add(String.join(
                    ";",
                    redemption.partner().name(),
                    redemption.receipt().text(),
                    redemption.happenedAt().toString(),
                    redemption.member().card(),
                    Long.toString(redemption.points()),
                    redemption.then().name(),
                    Long.toString(redemption.captured())));
        }
        return rows;
    }

    private static List<String> rejects(DemoCoalition coalition) {
        List<String> rows = new ArrayList<>();
        rows.add("partner;number;code;fault");
        for (DemoPartner partner : DemoPartner.values()) {
            for (BrokenReceipt broken : coalition.brokenReceipts(partner)) {
                rows.add(String.join(
                        ";", partner.name(), broken.number(), broken.code(), broken.fault()));
            }
        }
        return rows;
    }

    private static void put(Path file, List<String> rows) throws IOException {
        Files.writeString(file, String.join("\n", rows) + "\n", StandardCharsets.UTF_8);
    }
}
