package shutaf.message;

import java.util.Locale;

/** What a report can be attached as. */
public enum PaperForm {
    /** To be read and printed. */
    PDF("application/pdf"),
    /** To be calculated with. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String mediaType;

    PaperForm(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its media type. */
    public String mediaType() {
        return mediaType;
    }

    /** How a file's name ends, without the dot. */
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }
}
