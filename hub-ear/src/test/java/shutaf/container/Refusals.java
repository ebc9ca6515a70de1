package shutaf.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Makes the database refuse changes of one member's balance: what any of its rules could do. */
@ApplicationScoped
public class Refusals {
    @Inject
    private Rows rows;

    /** When the database says no. */
    public enum At {
        /** At the last statement of the transaction, when all else is written. */
        WRITING("not deferrable"),
        /** At the commit, when the program believes that all is done. */
        COMMIT("deferrable initially deferred");

        private final String timing;

        At(String timing) {
            this.timing = timing;
        }
    }

    /** From now on. */
    public void begin(Coalition.Person who, At when) {
        rows.asOwner("create or replace function refused_by_test() returns trigger"
                + " language plpgsql as $$ begin raise exception 'refused by a test'; end $$");
        rows.asOwner("create constraint trigger " + name(who) + " after update on balance "
                + when.timing + " for each row when (new.member_id = "
                + who.id().value() + ") execute function refused_by_test()");
    }

    /** No more. */
    public void end(Coalition.Person who) {
        rows.asOwner("drop trigger if exists " + name(who) + " on balance");
    }

    private static String name(Coalition.Person who) {
        return "refused_" + who.id().value();
    }
}
