package shutaf.connectors.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import shutaf.filing.FileProgress;
import shutaf.intake.IntakeOutcome;
import shutaf.ledger.JournalRef;
import shutaf.purchase.Purchase;
import shutaf.returns.GoodsReturn;
import shutaf.returns.ReturnOutcome;
import shutaf.shared.PartnerId;
import shutaf.shared.Refusal;
import shutaf.shared.RefusalReason;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;

class FilePostingTest {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    @TempDir
    private Path folder;

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, IntakeOutcome> posted = new ConcurrentHashMap<>();
    private final FilePosting.Doors doors = new FilePosting.Doors(this::sales, this::takeBack);

    @AfterAll
    static void close() {
        THREADS.shutdown();
    }

    private static boolean stored(FileProgress progress) {
        return progress.receipts() > 0;
    }

    /** A point for each shekel; receipts that say so are refused, or spoil their whole list. */
    private List<IntakeOutcome> sales(List<Purchase> list) {
        if (list.stream().anyMatch(p -> p.receipt().number().startsWith("POISON"))) {
            throw new IllegalStateException("value too long");
        }
        calls.add("sales " + list.size());
        return list.stream().map(this::sale).toList();
    }

    private IntakeOutcome sale(Purchase p) {
        String number = p.receipt().number();
        if (number.startsWith("REFUSED")) {
            return new IntakeOutcome.Refused(
                    Refusal.of(RefusalReason.OUTLET_UNKNOWN, "there is no outlet; add it"));
        }
        if (number.startsWith("UNKNOWN")) {
            return new IntakeOutcome.Unclaimed(false);
        }
        long points = p.total().minor() / 100;
        JournalRef journal = new JournalRef(p.receipt().businessDate(), number.hashCode() & 0xffff);
        return posted.computeIfAbsent(
                p.receipt().toString(),
                key -> new IntakeOutcome.Accrued(journal, points, 0, points, List.of(), false));
    }

    private ReturnOutcome takeBack(GoodsReturn back) {
        calls.add("return");
        long points = Math.ceilDiv(back.total().minor(), 100);
        return posted.containsKey(back.original().orElseThrow().toString())
                ? new ReturnOutcome.Returned(Optional.empty(), points, 0, 0, 0, List.of(), false)
                : new ReturnOutcome.Waiting(false);
    }

    @Test
    void every_receipt_has_its_line_in_the_files_order() throws Exception {
        byte[] file = new WrittenFile()
                .sale("1", 1, "6.40")
                .sale("1", 2, "7.00")
                .sale("REFUSED", 1, "1.00")
                .sale("UNKNOWN", 1, "2.00")
                .line(WrittenFile.saleLine("4", 1, "1,00"), "0")
                .goodsBack("5", 1, "6.40", "1")
                .goodsBack("6", 1, "1.00", "77")
                .bytes();

        FileProgress all = post(file, FilePostingTest::stored);

        assertThat(handback())
                .containsExactly(
                        "H;1;SUPER;000001;LIVE;ACCEPTED;;",
                        "D;1;01/1/2026-11-20/1;ACCRUED;;13;20261120-49",
                        "D;2;01/1/2026-11-20/REFUSED;REFUSED;OUTLET_UNKNOWN;0;",
                        "D;3;01/1/2026-11-20/UNKNOWN;UNCLAIMED;UNKNOWN_MEMBER;0;",
                        "D;4;01/1/2026-11-20/4;REJECTED;VALIDATION;0;",
                        "D;5;01/1/2026-11-20/5;RETURNED;;-7;",
                        "D;6;01/1/2026-11-20/6;WAITING;;0;",
                        "T;6;1;1;1;1;1;1;13;7");
        assertThat(rejects())
                .containsExactly(
                        "4;OUTLET_UNKNOWN;there is no outlet, add it;"
                                + WrittenFile.saleLine("REFUSED", 1, "1.00"),
                        "6;VALIDATION;line 6: amount '1,00' is not a number like 12.80 without a"
                                + " sign;" + WrittenFile.saleLine("4", 1, "1,00"));
        assertThat(all.receipts()).isEqualTo(6);
        assertThat(all.at().handback()).isEqualTo(Files.size(folder.resolve("handback")));
    }

    @Test
    void a_return_waits_until_the_sales_before_it_are_posted() throws Exception {
        byte[] file = new WrittenFile()
                .sale("1", 1, "6.40")
                .goodsBack("2", 1, "6.40", "1")
                .sale("3", 1, "1.00")
                .bytes();

        post(file, FilePostingTest::stored);

        assertThat(calls).containsExactly("sales 1", "return", "sales 1");
    }

    @Test
    void goods_sold_and_returned_on_one_receipt_have_a_line_each() throws Exception {
        byte[] file = new WrittenFile()
                .sale("1", 1, "6.40")
                .sale("2", 1, "9.00")
                .goodsBack("2", 1, "6.40", "1")
                .bytes();

        post(file, FilePostingTest::stored);

        assertThat(handback())
                .contains(
                        "D;2;01/1/2026-11-20/2;ACCRUED;;9;20261120-50",
                        "D;2;01/1/2026-11-20/2;RETURNED;;-7;",
                        "T;2;2;0;1;0;0;0;15;7");
    }

    @Test
    void sales_go_by_the_hundred() throws Exception {
        post(many(250), FilePostingTest::stored);

        assertThat(calls).containsExactlyInAnyOrder("sales 100", "sales 100", "sales 50");
        assertThat(handback()).hasSize(252).endsWith("T;250;250;0;0;0;0;0;250;0");
    }

    @Test
    void the_same_receipt_again_waits_for_the_first_one() throws Exception {
        byte[] file = new WrittenFile()
                .sale("1", 1, "6.00")
                .sale("2", 1, "6.00")
                .sale("1", 1, "6.00")
                .bytes();

        post(file, FilePostingTest::stored);

        assertThat(calls).containsExactly("sales 2", "sales 1");
        assertThat(handback().get(3)).isEqualTo("D;3;01/1/2026-11-20/1;ACCRUED;;6;20261120-49");
    }

    @Test
    void a_receipt_that_the_hub_cannot_process_harms_no_other() throws Exception {
        byte[] file = new WrittenFile()
                .sale("1", 1, "6.00")
                .sale("POISON", 1, "6.00")
                .sale("3", 1, "6.00")
                .bytes();

        post(file, FilePostingTest::stored);

        assertThat(handback())
                .contains("D;2;01/1/2026-11-20/POISON;REFUSED;FAULT;0;", "T;3;2;0;0;0;1;0;12;0");
    }

    @Test
    void a_database_out_of_reach_is_no_fault_of_a_receipt() throws Exception {
        byte[] file = new WrittenFile().sale("POISON", 1, "6.00").bytes();

        assertThatThrownBy(() -> post(file, progress -> {
                    throw new IllegalStateException("no connection");
                }))
                .hasMessage("no connection");
    }

    @Test
    void after_a_cut_at_any_restart_point_the_answer_is_that_of_an_undisturbed_run()
            throws Exception {
        byte[] file = many(3_500);
        post(file, FilePostingTest::stored);
        byte[] undisturbed = Files.readAllBytes(folder.resolve("handback"));
        for (int cut = 1; cut <= 3; cut++) {
            FileProgress reached = cutAtRestartPoint(file, cut);
            assertThat(reached.receipts()).isEqualTo(1_000L * cut);
            Files.writeString(
                    folder.resolve("handback"),
                    "written, but not yet part of a restart point",
                    java.nio.file.StandardOpenOption.APPEND);

            goOn(file, reached);

            assertThat(Files.readAllBytes(folder.resolve("handback"))).isEqualTo(undisturbed);
        }
    }

    @Test
    void a_test_file_posts_nothing() throws Exception {
        byte[] file = new WrittenFile()
                .header("H;1;SUPER;000001;2026-11-20T23:59:00+02:00;TEST")
                .sale("1", 1, "6.40")
                .line(WrittenFile.saleLine("2", 1, "1,00"), "0")
                .bytes();
        try (FileReceipts receipts = receipts(file, FileProgress.NONE);
                Answer answer = begin(new FileHeading("SUPER", 1, true))) {
            FilePosting.rehearse(receipts, answer);
        }

        assertThat(calls).isEmpty();
        assertThat(handback())
                .containsExactly(
                        "H;1;SUPER;000001;TEST;ACCEPTED;;",
                        "D;1;01/1/2026-11-20/1;TEST;;0;",
                        "D;2;01/1/2026-11-20/2;REJECTED;VALIDATION;0;",
                        "T;2;0;0;0;0;0;1;0;0");
    }

    private static byte[] many(int count) {
        WrittenFile file = new WrittenFile();
        IntStream.rangeClosed(1, count).forEach(i -> file.sale(Integer.toString(i), 1, "1.00"));
        return file.bytes();
    }

    private FileProgress cutAtRestartPoint(byte[] file, int which) {
        List<FileProgress> stored = new ArrayList<>();
        assertThatThrownBy(() -> post(file, progress -> {
                    stored.add(progress);
                    return stored.size() < which;
                }))
                .isInstanceOf(FilePosting.Stopped.class);
        return stored.getLast();
    }

    private FileProgress post(byte[] file, Predicate<FileProgress> reached) throws Exception {
        try (FileReceipts receipts = receipts(file, FileProgress.NONE);
                Answer answer = begin(new FileHeading("SUPER", 1, false))) {
            return new FilePosting(doors, THREADS, reached, answer).post(receipts);
        }
    }

    private void goOn(byte[] file, FileProgress from) throws Exception {
        Path handback = folder.resolve("handback");
        Path rejects = folder.resolve("rejects");
        assertThat(Answer.reaches(from, handback, rejects)).isTrue();
        try (FileReceipts receipts = receipts(file, from);
                Answer answer = Answer.goOn(StandardCharsets.UTF_8, from, handback, rejects)) {
            new FilePosting(doors, THREADS, FilePostingTest::stored, answer).post(receipts);
        }
    }

    private Answer begin(FileHeading heading) throws IOException {
        return Answer.begin(
                StandardCharsets.UTF_8,
                heading,
                folder.resolve("handback"),
                folder.resolve("rejects"));
    }

    private FileReceipts receipts(byte[] file, FileProgress from) throws IOException {
        Path raw = Files.write(folder.resolve("raw"), file);
        var in = Files.newInputStream(raw);
        in.skipNBytes(from.at().input());
        RawLines lines = new RawLines(in, from.lines(), from.at().input());
        return new FileReceipts(lines, new FileText("UTF-8"), new PartnerId(1), from.receipts());
    }

    private List<String> handback() throws IOException {
        return Files.readAllLines(folder.resolve("handback"));
    }

    private List<String> rejects() throws IOException {
        return Files.readAllLines(folder.resolve("rejects"));
    }
}
