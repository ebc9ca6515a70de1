package shutaf.web.errors;

import jakarta.faces.context.FacesContext;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers 404 from within a page: what is not there and what is not yours look the same. */
public final class Missing {
    private Missing() {}

    /** Ends the page with a 404. */
    public static void page() {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            faces.getExternalContext().responseSendError(404, null);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
