package shutaf.connectors.batch;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

import shutaf.connectors.runtime.ConnectorSettings;
import shutaf.connectors.runtime.SftpSource;
import shutaf.filing.FileOwner;
import shutaf.filing.FileOwners;
import shutaf.platform.HubClock;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;

/** Opens the drop folder of every partner, also of those that join while the hub runs. */
@Dependent
public class PurchaseFileRoutes extends RouteBuilder {
    private static final String FILE_THREADS = "purchaseFileThreads";
    private static final String SFTP_THREADS = "sftpThreads";

    @Inject
    private FileOwners partners;

    @Inject
    private PurchaseFileDesk desk;

    @Inject
    private ConnectorSettings settings;

    @Inject
    private HubClock clock;

    private final Set<String> open = new HashSet<>();

    @Override
    public void configure() {
        bind(getContext());
        from("scheduler:partners?delay=3000").routeId("partners").process(this::openNewOnes);
    }

    private void bind(CamelContext context) {
        var pools = context.getExecutorServiceManager();
        // Each partner's consumer works on one file at a time; this pool bounds them all together.
        context.getRegistry()
                .bind(
                        FILE_THREADS,
                        pools.newScheduledThreadPool(
                                this, "purchase files", PurchaseFileDesk.PARTNERS_AT_ONCE));
        context.getRegistry()
                .bind(SFTP_THREADS, pools.newScheduledThreadPool(this, "partners' SFTP", 2));
        context.getRegistry()
                .bind("finishedFiles", new FinishedFiles(settings.fileQuiet(), clock::now));
        context.getRegistry().bind("bySequence", new BySequence());
    }

    private void openNewOnes(Exchange tick) throws Exception {
        for (FileOwner partner : partners.all()) {
            if (!open.contains(partner.code())) {
                openInbox(partner);
                open.add(partner.code());
            }
        }
    }

    private void openInbox(FileOwner partner) throws Exception {
        CamelContext context = getContext();
        PartnerFolders folders = desk.folders(partner);
        PurchaseFileRoute.Taking taking =
                file -> desk.take(partner.id(), file, () -> !context.isRunAllowed());
        String inbox = DropFolder.address(folders.inbox(), settings.filePoll(), FILE_THREADS);
        context.addRoutes(new PurchaseFileRoute(partner.code(), inbox, taking));
        var sftp = settings.sftp(partner.code());
        if (sftp.isPresent()) {
            openSftp(partner, sftp.get(), folders);
        }
    }

    private void openSftp(FileOwner partner, SftpSource source, PartnerFolders folders)
            throws Exception {
        String server = SftpFolder.address(
                getContext(),
                partner.code(),
                source,
                folders.fetching(),
                settings.sftpPoll(),
                SFTP_THREADS);
        getContext()
                .addRoutes(new SftpRoute(
                        partner.code(), server, DropFolder.deliverTo(folders.inbox())));
        var answers = settings.sftpAnswers(partner.code());
        if (answers.isPresent()) {
            Files.createDirectories(folders.sending());
            getContext()
                    .addRoutes(new AnswerRoute(
                            partner.code(),
                            DropFolder.waiting(
                                    folders.sending(), settings.sftpPoll(), SFTP_THREADS),
                            SftpFolder.answers(getContext(), source, answers.get())));
        }
    }
}
