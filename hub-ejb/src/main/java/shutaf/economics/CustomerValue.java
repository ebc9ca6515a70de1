package shutaf.economics;

import shutaf.purchase.Segment;
import shutaf.shared.PartnerId;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What customers of a partner will be worth over twelve months, by the scores of the last night.
 *
 * @param partner whose customers; {@link PartnerId#HUB} for the coalition's
 * @param segment of which segment of that partner's customers; empty for all of them
 * @param asOf last day that the scores know
 * @param model name of the model; empty where there was too little history for any
 * @param customers how many are scored
 * @param valued how many of them have a value
 * @param sales their value in sales, minor units, discounted
 * @param margin their value in margin, minor units: each one's rounded, then added up
 */
public record CustomerValue(
        PartnerId partner,
        Optional<Segment> segment,
        LocalDate asOf,
        String model,
        long customers,
        long valued,
        long sales,
        long margin) {}
