package shutaf.reports.analyst;

/** The command cannot be done as asked; the message is one sentence for whoever typed it. */
public final class UnusableRequest extends Exception {

    UnusableRequest(String sentence) {
        super(sentence);
    }
}
