package shutaf.connectors.batch;

import shutaf.filing.ArrivedFile;
import shutaf.filing.FileClaim;
import shutaf.filing.FileOwner;
import shutaf.filing.FileProgress;
import shutaf.filing.PartnerFile;
import shutaf.filing.PartnerFiles;
import shutaf.shared.PartnerId;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;

/**
 * Takes the files of one partner, one after another. A file leaves the inbox only when its answer
 * is in the outbox, so whatever ends the server in between, the next look finds the file again and
 * goes on where it was.
 */
final class PartnerInbox {
    private static final Logger LOG = System.getLogger(PartnerInbox.class.getName());

    private final PartnerId partner;
    private final String code;
    private final String charset;
    private final PartnerFolders folders;
    private final PartnerFiles files;
    private final FilePosting.Doors doors;
    private final ExecutorService threads;
    private final BooleanSupplier stopping;

    PartnerInbox(
            FileOwner owner,
            PartnerFolders folders,
            PartnerFiles files,
            FilePosting.Doors doors,
            ExecutorService threads,
            BooleanSupplier stopping) {
        this.partner = owner.id();
        this.code = owner.code();
        this.charset = owner.charset();
        this.folders = folders;
        this.files = files;
        this.doors = doors;
        this.threads = threads;
        this.stopping = stopping;
    }

    /**
     * Takes a file: checks, posts, answers, removes it. A file that changes meanwhile, or that
     * another server posts, stays for the next look.
     *
     * @throws IOException when the disk refuses; the file stays
     */
    void take(File dropped) throws IOException {
        Path file = dropped.toPath();
        try {
            if (!finishBegun()) {
                return;
            }
            FileStamp before = FileStamp.of(file);
            FileText text = new FileText(charset);
            CheckedFile checked = FileCheck.read(file, text, code, folders.arriving());
            if (before.equals(FileStamp.of(file))
                    && answered(checked)
                    && before.equals(FileStamp.of(file))) {
                Files.delete(file);
            }
        } catch (FilePosting.Stopped e) {
            LOG.log(Level.INFO, "{0} of {1}: {2}", file.getFileName(), code, e.getMessage());
        }
    }

    /**
     * Ends what was begun and cut off; its bytes are in the archive. False while another server
     * does that.
     */
    private boolean finishBegun() throws IOException {
        for (PartnerFile begun : files.unfinished(partner)) {
            if (Files.exists(folders.kept(begun.sha256()))) {
                ArrivedFile again = new ArrivedFile(
                        begun.sequence(), begun.sha256(), begun.name(), begun.bytes());
                if (!claimed(again)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean answered(CheckedFile checked) throws IOException {
        folders.keep(checked.file().sha256());
        return switch (checked) {
            case CheckedFile.Rejected no -> {
                reject(no.file(), no.heading(), no.why());
                yield true;
            }
            case CheckedFile.Sound sound ->
                sound.heading().test() ? tested(sound) : claimed(sound.file());
        };
    }

    /** True when the file has its answer. */
    private boolean claimed(ArrivedFile file) throws IOException {
        return switch (files.claim(partner, file)) {
            case FileClaim.Granted granted -> {
                post(granted.file());
                answer(file);
                yield true;
            }
            case FileClaim.Repeated ignored -> {
                answer(file);
                yield true;
            }
            case FileClaim.Busy busy -> {
                LOG.log(Level.INFO, "{0} is posted by server {1}", file.name(), busy.holder());
                yield false;
            }
            case FileClaim.OutOfSequence no -> {
                outOfSequence(file, no);
                yield true;
            }
        };
    }

    private void outOfSequence(ArrivedFile file, FileClaim.OutOfSequence no) throws IOException {
        Optional<FileHeading> heading = Optional.of(heading(file));
        reject(file, heading, new MalformedFile(MalformedFile.Code.SEQUENCE, no.reason()));
    }

    private void post(PartnerFile row) throws IOException {
        Path handback = folders.kept(row.sha256(), PartnerFolders.Part.HANDBACK);
        Path rejects = folders.kept(row.sha256(), PartnerFolders.Part.REJECTS);
        FileText text = new FileText(charset);
        boolean goesOn = Answer.reaches(row.progress(), handback, rejects);
        FileProgress from = goesOn ? row.progress() : FileProgress.NONE;
        try (FileReceipts receipts = receipts(row, text, from);
                Answer answer = goesOn
                        ? Answer.goOn(text.charset(), from, handback, rejects)
                        : Answer.begin(text.charset(), heading(arrived(row)), handback, rejects)) {
            FilePosting posting = new FilePosting(doors, threads, p -> reached(row, p), answer);
            FileProgress all = posting.post(receipts);
            if (!files.done(partner, row.id(), all)) {
                throw new FilePosting.Stopped("another server has taken it over");
            }
            LOG.log(Level.INFO, "{0} of {1} is done: {2}", row.name(), code, all);
        } catch (MalformedFile e) {
            throw new IOException("the archive has changed what was checked: " + row.sha256(), e);
        }
    }

    private boolean reached(PartnerFile row, FileProgress progress) {
        return files.reached(partner, row.id(), progress) && !stopping.getAsBoolean();
    }

    private FileReceipts receipts(PartnerFile row, FileText text, FileProgress from)
            throws IOException {
        var channel = Files.newByteChannel(folders.kept(row.sha256()));
        InputStream in = Channels.newInputStream(channel.position(from.at().input()));
        RawLines lines = new RawLines(in, from.lines(), from.at().input());
        return new FileReceipts(lines, text, partner, from.receipts());
    }

    /** True: a test file has its answer at once, since nothing is posted. */
    private boolean tested(CheckedFile.Sound sound) throws IOException {
        Optional<FileClaim.OutOfSequence> no =
                files.outOfSequence(partner, sound.heading().sequence());
        if (no.isPresent()) {
            outOfSequence(sound.file(), no.get());
            return true;
        }
        Path handback = folders.kept(sound.file().sha256(), PartnerFolders.Part.HANDBACK);
        Path rejects = folders.kept(sound.file().sha256(), PartnerFolders.Part.REJECTS);
        FileText text = new FileText(charset);
        InputStream in = Files.newInputStream(folders.kept(sound.file().sha256()));
        try (FileReceipts receipts = new FileReceipts(new RawLines(in, 0, 0), text, partner, 0);
                Answer answer = Answer.begin(text.charset(), sound.heading(), handback, rejects)) {
            files.tested(partner, sound.file(), FilePosting.rehearse(receipts, answer));
        } catch (MalformedFile e) {
            throw new IOException("the archive has changed what was checked", e);
        }
        answer(sound.file());
        return true;
    }

    private void reject(ArrivedFile file, Optional<FileHeading> heading, MalformedFile why)
            throws IOException {
        String answer = Answer.toRejected(code, heading, why);
        folders.answer(
                file.name(),
                answer.getBytes(new FileText(charset).charset()),
                PartnerFolders.Part.HANDBACK);
        folders.answer(file.name(), new byte[0], PartnerFolders.Part.REJECTS);
        files.rejected(partner, file, why.code().toString(), why.getMessage());
        LOG.log(
                Level.WARNING,
                "{0} of {1} is rejected: {2} {3}",
                file.name(),
                code,
                why.code(),
                why.getMessage());
    }

    private void answer(ArrivedFile file) throws IOException {
        folders.answer(file.name(), file.sha256(), PartnerFolders.Part.HANDBACK);
        folders.answer(file.name(), file.sha256(), PartnerFolders.Part.REJECTS);
    }

    private FileHeading heading(ArrivedFile file) throws IOException {
        try (RawLines lines =
                new RawLines(Files.newInputStream(folders.kept(file.sha256())), 0, 0)) {
            return FileHeading.parse(new FileText(charset).of(lines.next().orElseThrow()));
        } catch (MalformedFile e) {
            throw new IOException("the archive has changed what was checked", e);
        }
    }

    private static ArrivedFile arrived(PartnerFile row) {
        return new ArrivedFile(row.sequence(), row.sha256(), row.name(), row.bytes());
    }
}
