package shutaf.seeded.web.crm;

import org.openpdf.text.Document;

/** A page that prints by itself. */
public record PrintsPaper(Document paper) {}
