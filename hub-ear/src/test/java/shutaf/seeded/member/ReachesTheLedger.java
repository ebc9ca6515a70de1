package shutaf.seeded.member;

import shutaf.seeded.ledger.Posting;

/** A member that reads postings: the map grants member no ledger. */
public record ReachesTheLedger(Posting latest) {}
