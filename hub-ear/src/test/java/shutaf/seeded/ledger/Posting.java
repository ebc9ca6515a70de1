package shutaf.seeded.ledger;

import shutaf.seeded.member.Name;

/** A row of the books; it knows the member's name, which closes a cycle. */
public record Posting(long amount, Name owner) {}
