package shutaf.reports.programme;

import shutaf.shared.PartnerId;

/**
 * What a partner's customers will be worth over twelve months, in sales and in margin.
 *
 * @param partner whose customers; {@link PartnerId#HUB} for the coalition's
 * @param customers customers that the model saw
 * @param model name of the model that forecasts; empty where none could be fitted
 * @param salesValue their value in sales, major units, discounted; NaN where there is none
 * @param margin share of sales that is margin, in basis points
 * @param named false where nobody named a margin, so that all of sales counts
 * @param miss how far the forecast was from what came, as a share; NaN where it was not checked
 */
public record MarginValue(
        PartnerId partner,
        long customers,
        String model,
        double salesValue,
        int margin,
        boolean named,
        double miss) {

    private static final double BASIS_POINTS = 10_000;

    /** Their value in margin, major units; NaN where there is none. */
    public double marginValue() {
        return salesValue * margin / BASIS_POINTS;
    }
}
