package shutaf.demo;

/** The partners of the demo coalition, by their codes. */
public enum DemoPartner {
    /** A supermarket chain; its receipts are real (completejourney, 2017). */
    SUPER("סופר השכונה", "Neighbourhood Supermarkets"),
    /** A CD shop; its purchases are real (CDNOW, 1997 and 1998). */
    MUSIC("תקליט", "Taklit Music"),
    /** Filling stations; invented. */
    FUEL("דרך דלק", "Derech Fuel"),
    /** Cafes that know their guests by phone number; invented. */
    CAFE("קפה פינה", "Pina Cafe"),
    /** Hotels that know their guests by e-mail; invented. */
    HOTEL("מלונות חוף", "Hof Hotels");

    private final String hebrewName;
    private final String englishName;

    DemoPartner(String hebrewName, String englishName) {
        this.hebrewName = hebrewName;
        this.englishName = englishName;
    }

    /** The name that members see; an invented business. */
    public String hebrewName() {
        return hebrewName;
    }

    /** The same name for readers of English. */
    public String englishName() {
        return englishName;
    }
}
