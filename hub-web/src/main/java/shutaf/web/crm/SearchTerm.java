package shutaf.web.crm;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;

import java.io.Serializable;

/**
 * What was last typed into the search box. It stays on the server: a phone or card must not stand
 * in an address.
 */
@Named("searchTerm")
@SessionScoped
public class SearchTerm implements Serializable {
    private static final int LONGEST = 120;

    private String text = "";

    /** The term; empty for all members. */
    public String getText() {
        return text;
    }

    /** Keeps a term; one that no name or number could be is cut. */
    public void setText(String typed) {
        String plain = typed == null ? "" : typed.strip();
        text = plain.substring(0, Math.min(LONGEST, plain.length()));
    }
}
