package shutaf.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import shutaf.platform.HubClock;
import shutaf.platform.HubSettings;
import shutaf.platform.InPartnerScope;
import shutaf.platform.Sql;
import shutaf.shared.Fingerprint;
import shutaf.shared.PartnerId;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Decides which purchase file of a partner is next and keeps how far it is posted. Its own table
 * and not a lock on the file, so that neither a crash nor a second server can post a file twice or
 * leave one out.
 */
@ApplicationScoped
@Transactional
@InPartnerScope
public class PartnerFiles {
    /** A server that says nothing for so long is taken for dead. */
    private static final Duration HELD = Duration.ofMinutes(2);

    private static final String TAKEN = " status in ('POSTING', 'DONE') ";

    @Inject
    private Sql sql;

    @Inject
    private HubClock clock;

    @Inject
    private HubSettings settings;

    /**
     * Claims a file for this server. Needs a sequence; the same file is known again by its hash,
     * under any name.
     */
    public FileClaim claim(PartnerId partner, ArrivedFile file) {
        int sequence = file.sequence().orElseThrow();
        Optional<PartnerFile> before = sql.first(
                SELECT + " where partner_id = ? and sequence = ? and" + TAKEN + "for update",
                PartnerFiles::read,
                partner.value(),
                sequence);
        if (before.isPresent()) {
            return again(file, before.get(), next(partner));
        }
        int next = next(partner);
        if (sequence != next) {
            return outOfSequence(sequence, next);
        }
        // Two servers at once: the second one's row breaks the unique index and it tries again.
        return new FileClaim.Granted(insert(partner, file, PartnerFile.Status.POSTING, "", ""));
    }

    /** Whether a test file would be next; it takes no place itself. Empty when it would. */
    public Optional<FileClaim.OutOfSequence> outOfSequence(PartnerId partner, int sequence) {
        int next = next(partner);
        return sequence == next ? Optional.empty() : Optional.of(outOfSequence(sequence, next));
    }

    private FileClaim again(ArrivedFile file, PartnerFile before, int next) {
        if (!before.sha256().equals(file.sha256())) {
            return new FileClaim.OutOfSequence(
                    "file " + padded(before.sequence().orElseThrow())
                            + " was taken before with other content;"
                            + " the next one is " + padded(next));
        }
        if (before.status() == PartnerFile.Status.DONE) {
            return new FileClaim.Repeated(before);
        }
        return hold(before.id())
                ? new FileClaim.Granted(before)
                : new FileClaim.Busy(holder(before.id()));
    }

    private static FileClaim.OutOfSequence outOfSequence(int sequence, int next) {
        return new FileClaim.OutOfSequence(
                sequence > next
                        ? "expected file " + padded(next) + " before file " + padded(sequence)
                                + "; send that one, then this one again"
                        : "file " + padded(sequence) + " is older than the last one taken;"
                                + " the next one is " + padded(next));
    }

    private static String padded(int sequence) {
        return String.format("%06d", sequence);
    }

    private int next(PartnerId partner) {
        return sql.first(NEXT, r -> r.getInt(1), partner.value()).orElseThrow();
    }

    /**
     * True when this server holds the file from now on; a restarted server holds what it held
     * before.
     */
    private boolean hold(long file) {
        Instant now = clock.now();
        String us = settings.serverName();
        return sql.run(HOLD, us, now.plus(HELD), file, us, now) == 1;
    }

    private String holder(long file) {
        return sql.first("select holder from partner_file where id = ?", r -> r.getString(1), file)
                .orElse("");
    }

    /**
     * Stores the restart point: what is posted up to there is committed, and so is what was written
     * about it.
     *
     * @return false when another server has taken the file over: stop posting it
     */
    public boolean reached(PartnerId partner, long file, FileProgress progress) {
        return hold(file) && store(partner, file, progress, "POSTING");
    }

    /** The file is done; false when another server has taken it over. */
    public boolean done(PartnerId partner, long file, FileProgress progress) {
        return hold(file) && store(partner, file, progress, "DONE");
    }

    private boolean store(PartnerId partner, long file, FileProgress p, String status) {
        int changed = sql.run(
                STORE,
                status,
                status,
                clock.now(),
                p.lines(),
                p.receipts(),
                p.accrued(),
                p.unclaimed(),
                p.returned(),
                p.waiting(),
                p.refused(),
                p.rejected(),
                p.pointsEarned(),
                p.pointsBack(),
                p.at().input(),
                p.at().handback(),
                p.at().rejects(),
                partner.value(),
                file);
        return changed == 1;
    }

    /** Notes a file that was rejected as a whole. */
    public void rejected(PartnerId partner, ArrivedFile file, String code, String reason) {
        insert(partner, file, PartnerFile.Status.REJECTED, code, reason);
    }

    /** Notes a test file that was checked. */
    public void tested(PartnerId partner, ArrivedFile file, FileProgress progress) {
        PartnerFile row = insert(partner, file, PartnerFile.Status.TESTED, "", "");
        store(partner, row.id(), progress, "TESTED");
    }

    /** Files that this or another server began and did not end, in sequence. */
    public List<PartnerFile> unfinished(PartnerId partner) {
        return sql.all(
                SELECT + " where partner_id = ? and status = 'POSTING' order by sequence",
                PartnerFiles::read,
                partner.value());
    }

    /** The latest files of a partner, the newest first, rejected ones included. */
    public List<PartnerFile> latest(PartnerId partner, int most) {
        return sql.all(
                SELECT + " where partner_id = ? order by id desc limit ?",
                PartnerFiles::read,
                partner.value(),
                most);
    }

    private PartnerFile insert(
            PartnerId partner,
            ArrivedFile file,
            PartnerFile.Status status,
            String code,
            String reason) {
        Instant now = clock.now();
        long id = sql.first("select nextval('partner_file_id')", r -> r.getLong(1))
                .orElseThrow();
        Optional<Instant> finished =
                status == PartnerFile.Status.POSTING ? Optional.empty() : Optional.of(now);
        sql.run(
                INSERT,
                id,
                partner.value(),
                file.sequence().isPresent() ? (Object) file.sequence().getAsInt() : null,
                HexFormat.of().parseHex(file.sha256().hex()),
                file.name(),
                file.bytes(),
                status.name(),
                code,
                reason,
                now,
                finished.orElse(null),
                settings.serverName(),
                now.plus(HELD));
        return new PartnerFile(
                id,
                file.sequence(),
                file.sha256(),
                file.name(),
                file.bytes(),
                status,
                code,
                reason,
                now,
                finished,
                FileProgress.NONE);
    }

    private static final String NEXT = """
            select coalesce(max(sequence), 0) + 1 from partner_file
            where partner_id = ? and status in ('POSTING', 'DONE')""";

    private static final String HOLD = """
            update partner_file set holder = ?, held_until = ?
            where id = ? and status = 'POSTING' and (holder = ? or held_until < ?)""";

    private static final String STORE = """
            update partner_file set status = ?,
                finished_at = case when ? <> 'POSTING' then ?::timestamptz end,
                lines = ?, receipts = ?, accrued = ?, unclaimed = ?, returned = ?, waiting = ?,
                refused = ?, rejected = ?, points_earned = ?, points_back = ?,
                input_bytes = ?, handback_bytes = ?, rejects_bytes = ?
            where partner_id = ? and id = ?""";

    private static final String INSERT = """
            insert into partner_file (id, partner_id, sequence, sha256, name, bytes, status, code,
                reason, taken_at, finished_at, holder, held_until, lines, receipts, accrued,
                unclaimed, returned, waiting, refused, rejected, points_earned, points_back,
                input_bytes, handback_bytes, rejects_bytes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                0)""";

    private static final String SELECT = """
            select id, sequence, sha256, name, bytes, status, code, reason, taken_at, finished_at,
                   lines, receipts, accrued, unclaimed, returned, waiting, refused, rejected,
                   points_earned, points_back, input_bytes, handback_bytes, rejects_bytes
            from partner_file""";

    private static PartnerFile read(ResultSet r) throws SQLException {
        int sequence = r.getInt(2);
        return new PartnerFile(
                r.getLong(1),
                sequence == 0 ? OptionalInt.empty() : OptionalInt.of(sequence),
                new Fingerprint(HexFormat.of().formatHex(r.getBytes(3))),
                r.getString(4),
                r.getLong(5),
                PartnerFile.Status.valueOf(r.getString(6)),
                r.getString(7),
                r.getString(8),
                r.getObject(9, OffsetDateTime.class).toInstant(),
                Optional.ofNullable(r.getObject(10, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                progress(r));
    }

    private static FileProgress progress(ResultSet r) throws SQLException {
        return new FileProgress(
                r.getLong(11),
                r.getLong(12),
                r.getLong(13),
                r.getLong(14),
                r.getLong(15),
                r.getLong(16),
                r.getLong(17),
                r.getLong(18),
                r.getLong(19),
                r.getLong(20),
                new FileProgress.Position(r.getLong(21), r.getLong(22), r.getLong(23)));
    }
}
