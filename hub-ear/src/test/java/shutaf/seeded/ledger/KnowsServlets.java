package shutaf.seeded.ledger;

import jakarta.servlet.http.HttpServletRequest;

/** A ledger that reads requests. */
public record KnowsServlets(HttpServletRequest request) {}
