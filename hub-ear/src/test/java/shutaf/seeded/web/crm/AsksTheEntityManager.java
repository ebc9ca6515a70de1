package shutaf.seeded.web.crm;

import jakarta.persistence.EntityManager;

/** A page that goes to the tables. */
public record AsksTheEntityManager(EntityManager tables) {}
