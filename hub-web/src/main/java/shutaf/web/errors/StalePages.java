package shutaf.web.errors;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;

import java.io.IOException;
import java.util.Iterator;

/**
 * A form that was left open until its page was forgotten is not an error of the person: the page is
 * opened afresh. The form's deed is not done; nothing was booked.
 */
public class StalePages extends ExceptionHandlerFactory {
    /** Called by Faces with the factory it had. */
    public StalePages(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Reload(getWrapped().getExceptionHandler());
    }

    static final class Reload extends ExceptionHandlerWrapper {
        Reload(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            for (Iterator<ExceptionQueuedEvent> queued =
                            getUnhandledExceptionQueuedEvents().iterator();
                    queued.hasNext(); ) {
                if (queued.next().getContext().getException()
                        instanceof ViewExpiredException stale) {
                    queued.remove();
                    reopen(stale.getViewId());
                }
            }
            getWrapped().handle();
        }

        private static void reopen(String viewId) {
            FacesContext faces = FacesContext.getCurrentInstance();
            try {
                faces.getExternalContext()
                        .redirect(viewId.replaceFirst("\\.xhtml$", "") + "?stale=1");
                faces.responseComplete();
            } catch (IOException e) {
                throw new FacesException(e);
            }
        }
    }
}
