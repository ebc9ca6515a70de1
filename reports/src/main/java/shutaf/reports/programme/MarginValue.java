package shutaf.reports.programme;

import shutaf.economics.CustomerValue;

/**
 * What a group of customers will be worth over twelve months, in sales and in margin.
 *
 * @param worth whose, and the sums of their scores
 * @param margin share of sales that is margin, in basis points
 * @param named false where nobody named a margin, so that all of sales counts
 * @param miss how far the model's forecast for all of the partner's customers was from what came,
 *     as a share; NaN where it was not checked
 */
public record MarginValue(CustomerValue worth, int margin, boolean named, double miss) {

    /** Whether there is a value at all: too little history gives none, which is not zero. */
    public boolean valued() {
        return worth.valued() > 0;
    }
}
