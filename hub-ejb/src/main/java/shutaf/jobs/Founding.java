package shutaf.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;

import shutaf.partner.Agreements;
import shutaf.partner.NewPartner;
import shutaf.partner.Partner;
import shutaf.partner.Partners;
import shutaf.partner.Terms;
import shutaf.platform.HubClock;
import shutaf.platform.HubSettings;
import shutaf.shared.PartnerId;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Founds the coalition: takes in the partners of {@code founding.json} in the data folder that are
 * not there yet, each with outlets, first terms and, when prepaid, a pack. Two people stand behind
 * the terms by name. What is there already stays as it is, so the file may stay too.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class Founding {
    @Inject
    private HubSettings settings;

    @Inject
    private Partners partners;

    @Inject
    private Agreements agreements;

    @Inject
    private HubClock clock;

    /** Reads the file, if there is one; a file that cannot be read stops the start. */
    @PostConstruct
    void found() {
        Path file = settings.dataFolder().resolve("founding.json");
        if (!Files.exists(file)) {
            return;
        }
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(file))) {
            JsonObject founding = reader.readObject();
            founding.getJsonArray("partners").forEach(p -> join(founding, p.asJsonObject()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void join(JsonObject founding, JsonObject asked) {
        String code = asked.getString("code");
        if (partners.byCode(code).isPresent()) {
            return;
        }
        Partner partner = partners.join(new NewPartner(
                code,
                asked.getString("nameHe"),
                asked.getString("nameEn"),
                true,
                true,
                asked.containsKey("pack"),
                asked.getBoolean("takesHistory", false),
                asked.getString("charset", "UTF-8")));
        for (JsonObject outlet : asked.getJsonArray("outlets").getValuesAs(JsonObject.class)) {
            partners.outlet(
                    partner.id(),
                    outlet.getString("code"),
                    outlet.getString("nameHe"),
                    outlet.getString("nameEn"));
        }
        agree(founding, asked, partner.id());
    }

    private void agree(JsonObject founding, JsonObject asked, PartnerId partner) {
        Terms terms = terms(asked.getJsonObject("terms"));
        long proposal = agreements.propose(partner, terms, founding.getString("proposedBy"));
        agreements.approve(proposal, founding.getString("approvedBy"));
        if (asked.containsKey("pack")) {
            long points = asked.getJsonNumber("pack").longValueExact();
            long price = terms.price(points, founding.getString("currency")).minor();
            partners.buysPack(
                    partner, points, price, clock.today(), founding.getString("proposedBy"));
        }
    }

    private static Terms terms(JsonObject t) {
        return new Terms(
                LocalDate.parse(t.getString("validFrom")),
                t.getInt("pointsPerUnit"),
                t.getJsonNumber("pricePer100Points").longValueExact(),
                t.getJsonNumber("refundPer100Points").longValueExact(),
                t.getInt("pendingDays"),
                t.getInt("expiryMonths"),
                words(t.getJsonArray("excludedCategories")),
                Terms.Clawback.valueOf(t.getString("clawback")),
                t.getJsonNumber("debtCap").longValueExact());
    }

    private static Set<String> words(JsonArray list) {
        return list.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
    }
}
