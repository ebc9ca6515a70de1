package shutaf.connectors.batch;

import shutaf.filing.FileProgress;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Handback and rejects of one file while they grow. Both are cut back to the restart point when
 * posting goes on after a crash, so they end up as if nothing had happened. No name and no time is
 * in them: the same file gets the same bytes.
 *
 * <p>Handback, in the partner's charset:
 * {@code H;1;partner;sequence;LIVE|TEST;ACCEPTED|REJECTED;code;reason}, then for each receipt
 * {@code D;ordinal;receipt key;outcome;code;points;journal} (a receipt with sold and returned goods
 * has a line for each part), then
 * {@code T;receipts;accrued;unclaimed;returned;waiting;refused;rejected;points earned;points taken
 * back}. Rejects: for each line of a receipt that was refused or rejected {@code line
 * number;code;reason;} and then the line as it came. Texts of ours have no semicolon, and nothing
 * is quoted or escaped: these are files for programs.
 */
final class Answer implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final Charset charset;
    private final Tally tally;
    private final FileChannel handbackFile;
    private final FileChannel rejectsFile;
    private final OutputStream handback;
    private final OutputStream rejects;

    private Answer(Charset charset, Path handback, Path rejects, FileProgress from)
            throws IOException {
        this.charset = charset;
        this.tally = new Tally(from);
        this.handbackFile = open(handback, from.at().handback());
        this.rejectsFile = open(rejects, from.at().rejects());
        this.handback = new BufferedOutputStream(Channels.newOutputStream(handbackFile), BUFFER);
        this.rejects = new BufferedOutputStream(Channels.newOutputStream(rejectsFile), BUFFER);
    }

    /** Begins the answer to a file that is taken. */
    static Answer begin(Charset charset, FileHeading heading, Path handback, Path rejects)
            throws IOException {
        Answer answer = new Answer(charset, handback, rejects, FileProgress.NONE);
        answer.say(String.join(
                ";",
                "H;1",
                heading.partner(),
                heading.sequenceText(),
                heading.mode(),
                "ACCEPTED;;"));
        return answer;
    }

    /** Goes on with an answer; what was written after the restart point is cut off. */
    static Answer goOn(Charset charset, FileProgress from, Path handback, Path rejects)
            throws IOException {
        return new Answer(charset, handback, rejects, from);
    }

    /**
     * Whether both parts are as long as the restart point says, so that it can be gone on from
     * there.
     */
    static boolean reaches(FileProgress from, Path handback, Path rejects) throws IOException {
        return from.at().handback() > 0
                && Files.exists(handback)
                && Files.exists(rejects)
                && Files.size(handback) >= from.at().handback()
                && Files.size(rejects) >= from.at().rejects();
    }

    /**
     * The whole answer to a file that was rejected; there are no rejects, all of it is to be sent
     * again.
     */
    static String toRejected(String partner, Optional<FileHeading> heading, MalformedFile why) {
        return String.join(
                        ";",
                        "H;1",
                        partner,
                        heading.map(FileHeading::sequenceText).orElse(""),
                        heading.map(FileHeading::mode).orElse(""),
                        "REJECTED",
                        why.code().toString(),
                        plain(why.getMessage()))
                + "\nT;0;0;0;0;0;0;0;0;0\n";
    }

    private static FileChannel open(Path file, long length) throws IOException {
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel.truncate(length);
        channel.position(length);
        return channel;
    }

    /** Adds what became of a receipt, or of one of its two parts. */
    void add(FileReceipt receipt, ReceiptOutcome outcome) throws IOException {
        tally.add(outcome);
        say(String.join(
                ";",
                "D",
                Long.toString(receipt.ordinal()),
                receipt.key(),
                outcome.kind().name(),
                outcome.code(),
                Long.toString(outcome.points()),
                outcome.journal()));
    }

    /** Nothing more comes about this receipt. */
    void end(FileReceipt receipt) {
        tally.end(receipt);
    }

    /** Gives the receipt's lines back with the reason. */
    void giveBack(FileReceipt receipt, ReceiptOutcome why) throws IOException {
        for (RawLine line : receipt.lines()) {
            String head = line.number() + ";" + why.code() + ";" + plain(why.detail()) + ";";
            rejects.write(head.getBytes(charset));
            rejects.write(line.bytes(), 0, line.textLength());
            rejects.write('\n');
        }
    }

    /** Writes the totals. */
    void total() throws IOException {
        FileProgress p = tally.progress(0, 0);
        say("T;" + p.receipts() + ";" + p.accrued() + ";" + p.unclaimed() + ";" + p.returned() + ";"
                + p.waiting() + ";" + p.refused() + ";" + p.rejected() + ";" + p.pointsEarned()
                + ";" + p.pointsBack());
    }

    /** Brings all to the disk; only then may the restart point be stored. */
    FileProgress secured() throws IOException {
        handback.flush();
        rejects.flush();
        handbackFile.force(false);
        rejectsFile.force(false);
        return tally.progress(handbackFile.position(), rejectsFile.position());
    }

    private void say(String line) throws IOException {
        handback.write((line + "\n").getBytes(charset));
    }

    private static String plain(String text) {
        return text.replace(';', ',').replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public void close() throws IOException {
        handbackFile.close();
        rejectsFile.close();
    }
}
