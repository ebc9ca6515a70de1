package shutaf.seeded.member;

/** Something of the member's that the ledger must not know. */
public record Name(String text) {}
