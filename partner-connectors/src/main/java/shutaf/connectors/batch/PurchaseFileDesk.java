package shutaf.connectors.batch;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import shutaf.filing.FileOwner;
import shutaf.filing.FileOwners;
import shutaf.filing.PartnerFiles;
import shutaf.intake.PurchaseIntake;
import shutaf.platform.HubSettings;
import shutaf.returns.ReturnDesk;
import shutaf.shared.PartnerId;

import java.io.File;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Joins the file route to the hub's doors. */
@ApplicationScoped
public class PurchaseFileDesk {
    /** Partners whose files are posted at the same time. */
    static final int PARTNERS_AT_ONCE = 2;

    private static final int LISTS_OF_A_FILE = 2;

    @Inject
    private PurchaseIntake intake;

    @Inject
    private ReturnDesk returns;

    @Inject
    private PartnerFiles files;

    @Inject
    private FileOwners owners;

    @Inject
    private HubSettings settings;

    @Resource
    private ManagedThreadFactory containerThreads;

    private ExecutorService threads;

    @PostConstruct
    void open() {
        threads =
                Executors.newFixedThreadPool(PARTNERS_AT_ONCE * LISTS_OF_A_FILE, containerThreads);
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    /** A partner's folders, made when they are missing. */
    PartnerFolders folders(FileOwner partner) throws IOException {
        PartnerFolders folders = PartnerFolders.below(settings.dataFolder(), partner.code());
        folders.make();
        return folders;
    }

    /**
     * Takes a file out of a partner's inbox.
     *
     * @param stopping says when a long file must be left at its restart point
     */
    void take(PartnerId partner, File dropped, BooleanSupplier stopping) throws IOException {
        FileOwner owner = owners.now(partner);
        FilePosting.Doors doors = new FilePosting.Doors(intake::accept, returns::takeBack);
        new PartnerInbox(owner, folders(owner), files, doors, threads, stopping).take(dropped);
    }
}
