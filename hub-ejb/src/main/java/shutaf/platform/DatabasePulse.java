package shutaf.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Asks the database for a sign of life, on the way that every write takes. */
@ApplicationScoped
public class DatabasePulse {
    @Inject
    private Sql sql;

    /** True when a transaction got a connection and an answer; failures come as exceptions. */
    @Transactional
    @InHubScope
    public boolean beats() {
        return sql.first("select 1", r -> r.getInt(1)).isPresent();
    }
}
