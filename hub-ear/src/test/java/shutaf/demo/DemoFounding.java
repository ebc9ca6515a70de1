package shutaf.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The demo's partners, outlets and terms as the hub reads them at its first start. */
public final class DemoFounding {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SUPER_PACK = 50_000_000;

    private DemoFounding() {}

    /** Content of founding.json. */
    public static String json() {
        ObjectNode founding = JSON.createObjectNode()
                .put("currency", "ILS")
                .put("proposedBy", "founder")
                .put("approvedBy", "auditor");
        ArrayNode partners = founding.putArray("partners");
        for (DemoPartner partner : DemoPartner.values()) {
            ObjectNode one = partners.addObject()
                    .put("code", partner.name())
                    .put("nameHe", partner.hebrewName())
                    .put("nameEn", partner.englishName())
                    .put("takesHistory", true);
            if (partner == DemoPartner.SUPER) {
                one.put("pack", SUPER_PACK);
            }
            ArrayNode outlets = one.putArray("outlets");
            DemoOutlet.all().stream()
                    .filter(outlet -> outlet.partner() == partner)
                    .forEach(outlet -> outlets.addObject()
                            .put("code", outlet.code())
                            .put("nameHe", outlet.hebrewName())
                            .put("nameEn", outlet.englishName()));
            terms(one.putObject("terms"));
        }
        return founding.toPrettyString();
    }

    private static void terms(ObjectNode terms) {
        terms.put("validFrom", "2020-01-01")
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
}
