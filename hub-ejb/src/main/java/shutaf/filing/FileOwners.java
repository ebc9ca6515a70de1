package shutaf.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.partner.Partner;
import shutaf.partner.Partners;
import shutaf.platform.InHubScope;
import shutaf.shared.PartnerId;

import java.util.List;

/** Whose files may come. */
@ApplicationScoped
@Transactional
@InHubScope
public class FileOwners {
    @Inject
    private Partners partners;

    /** All partners, by code. */
    public List<FileOwner> all() {
        return partners.all().stream().map(FileOwners::of).toList();
    }

    /** The partner of that number as it is now. */
    public FileOwner now(PartnerId partner) {
        return partners.find(partner).map(FileOwners::of).orElseThrow();
    }

    private static FileOwner of(Partner partner) {
        return new FileOwner(partner.id(), partner.code(), partner.charset());
    }
}
