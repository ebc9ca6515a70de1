package shutaf.crm;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.InHubScope;
import shutaf.platform.Sql;

import java.util.List;

/** The tiers that members have, for pages that let one be chosen. */
@ApplicationScoped
@Transactional
public class TierDirectory {
    @Inject
    private Sql sql;

    /** Codes of all tiers with at least one member, in the order of their codes. */
    @InHubScope
    public List<String> all() {
        return sql.all("select distinct tier from member order by 1", r -> r.getString(1));
    }
}
