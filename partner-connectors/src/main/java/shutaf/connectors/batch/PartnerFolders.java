package shutaf.connectors.batch;

import shutaf.shared.Fingerprint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * The folders of one partner below the data folder: inbox, outbox, and the archive where the bytes
 * that came and the answers that went are kept, each under the hash of the file.
 *
 * @param inbox where files are dropped
 * @param outbox where answers appear
 * @param archive what came and what was answered
 */
record PartnerFolders(Path inbox, Path outbox, Path archive) {
    /** Bytes of a file name up to which an answer's name still fits. */
    private static final int LONG_NAME = 200;

    private static final int SHORTENED = 60;

    /** Which part of an answer. */
    enum Part {
        /** What became of each receipt. */
        HANDBACK,
        /** Lines to be corrected and sent again. */
        REJECTS;

        private String ending() {
            return this == HANDBACK ? ".handback.csv" : ".rejects.csv";
        }
    }

    static PartnerFolders below(Path dataFolder, String partner) {
        return new PartnerFolders(
                dataFolder.resolve("inbox").resolve(partner),
                dataFolder.resolve("outbox").resolve(partner),
                dataFolder.resolve("archive").resolve(partner));
    }

    void make() throws IOException {
        Files.createDirectories(inbox);
        Files.createDirectories(outbox);
        Files.createDirectories(archive);
    }

    /** Where a file grows while it is fetched from the partner's server. */
    Path fetching() {
        return archive.resolve("fetching");
    }

    /** Answers on their way to the partner's server; there only when it wants them. */
    Path sending() {
        return archive.resolve("sending");
    }

    /** Where a file is copied to while its hash is not known yet; one at a time. */
    Path arriving() {
        return archive.resolve("arriving");
    }

    /** Keeps what is at {@link #arriving()} under its hash, safe on the disk. */
    Path keep(Fingerprint hash) throws IOException {
        try (FileChannel file = FileChannel.open(arriving(), StandardOpenOption.WRITE)) {
            file.force(true);
        }
        return Files.move(arriving(), kept(hash), StandardCopyOption.REPLACE_EXISTING);
    }

    /** The bytes that came. */
    Path kept(Fingerprint hash) {
        return archive.resolve(hash.hex() + ".csv");
    }

    /** The answer to them, growing while they are posted. */
    Path kept(Fingerprint hash, Part part) {
        return archive.resolve(hash.hex() + part.ending());
    }

    /** Puts a kept answer into the outbox, whole or not at all; one of that name is replaced. */
    void answer(String file, Fingerprint hash, Part part) throws IOException {
        Path draft = draft(file, part);
        Files.copy(kept(hash, part), draft, StandardCopyOption.REPLACE_EXISTING);
        publish(draft, answerTo(file, part));
    }

    /** Puts a text into the outbox as an answer. */
    void answer(String file, byte[] content, Part part) throws IOException {
        Path draft = draft(file, part);
        Files.write(draft, content);
        publish(draft, answerTo(file, part));
    }

    private void publish(Path draft, Path answer) throws IOException {
        Files.move(draft, answer, StandardCopyOption.ATOMIC_MOVE);
        if (Files.isDirectory(sending())) {
            Path copy = sending().resolve(draft.getFileName());
            Files.copy(answer, copy, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    copy, sending().resolve(answer.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path draft(String file, Part part) {
        return outbox.resolve("." + stem(file) + part.ending() + ".growing");
    }

    /** {@code SUPER_000042.csv} is answered as {@code SUPER_000042.handback.csv}. */
    Path answerTo(String file, Part part) {
        return outbox.resolve(stem(file) + part.ending());
    }

    private static String stem(String file) {
        String stem = file.replaceFirst("(?i)(?<=.)\\.csv$", "");
        boolean tooLong = stem.getBytes(StandardCharsets.UTF_8).length > LONG_NAME;
        return tooLong ? stem.substring(0, SHORTENED) : stem;
    }
}
