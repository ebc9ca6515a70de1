package shutaf.connectors.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.member.IdentifierScheme;
import shutaf.member.MemberRef;
import shutaf.purchase.Purchase;
import shutaf.purchase.ReceiptKey;
import shutaf.returns.GoodsReturn;
import shutaf.shared.Money;
import shutaf.shared.PartnerId;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class FileReceiptsTest {
    private static final Path SAMPLES = Path.of("src/test/resources/batch");

    @Test
    void adjacent_lines_are_one_purchase() throws Exception {
        List<FileReceipt> receipts =
                read(Files.readAllBytes(SAMPLES.resolve("SUPER_000013.csv")), "UTF-8");

        assertThat(receipts)
                .extracting(FileReceipt::key)
                .containsExactly(
                        "01/1/2026-11-18/S00001",
                        "01/1/2026-11-18/S00002",
                        "01/1/2026-11-19/S00003",
                        "01/1/2026-11-19/S00004",
                        "01/1/2026-11-20/S00005");
        Purchase first = receipts.getFirst().sale().orElseThrow();
        assertThat(first.receipt()).isEqualTo(ReceiptKey.parse("01/1/2026-11-18/S00001"));
        assertThat(first.happenedAt()).isEqualTo(Instant.parse("2026-11-18T06:12:40Z"));
        assertThat(first.member()).contains(new MemberRef(IdentifierScheme.CARD, "2900000000018"));
        assertThat(first.total()).isEqualTo(new Money(30_99, "ILS"));
        assertThat(first.lines()).hasSize(3);
        assertThat(first.lines().get(2).quantity()).isEqualTo(new BigDecimal("1.245"));
        assertThat(first.lines().get(2).discount()).isEqualTo(1_25);
        assertThat(first.lines().get(0).description()).isEqualTo("חלב 3%");
    }

    @Test
    void a_return_names_its_sale_and_the_lines_of_it() throws Exception {
        FileReceipt last = read(Files.readAllBytes(SAMPLES.resolve("SUPER_000013.csv")), "UTF-8")
                .getLast();

        GoodsReturn back = last.goodsBack().orElseThrow();
        assertThat(last.sale()).isEmpty();
        assertThat(back.original()).contains(ReceiptKey.parse("01/1/2026-11-18/S00002"));
        assertThat(back.lines())
                .containsExactly(
                        new GoodsReturn.Line(2, 2, "7290000000053", new BigDecimal("1"), 12_90));
        assertThat(back.total()).isEqualTo(new Money(12_90, "ILS"));
    }

    @Test
    void sold_and_returned_goods_on_one_receipt_are_two_parts() throws Exception {
        byte[] file = new WrittenFile()
                .sale("2", 1, "9.00")
                .goodsBack("2", 1, "6.40", "1")
                .bytes();

        FileReceipt one = read(file, "UTF-8").getFirst();

        assertThat(one.sale().orElseThrow().total()).isEqualTo(new Money(9_00, "ILS"));
        assertThat(one.goodsBack().orElseThrow().total()).isEqualTo(new Money(6_40, "ILS"));
    }

    @Test
    void a_broken_line_takes_its_receipt_with_it_and_no_other() throws Exception {
        byte[] sample = Files.readAllBytes(SAMPLES.resolve("SUPER_000014_one_broken_line.csv"));

        List<FileReceipt> receipts = read(sample, "UTF-8");

        assertThat(receipts).hasSize(3);
        assertThat(receipts.get(1).lines()).hasSize(2);
        assertThat(receipts.get(1).content())
                .isEqualTo(new FileReceipt.Broken(
                        4, "amount '11,80' is not a number like 12.80 without a sign"));
        assertThat(receipts.get(0).sale()).isPresent();
        assertThat(receipts.get(2).sale()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";2026-11-20;1; | ;2026-02-30;1; | business date '2026-02-30'",
                ";SALE; | ;SOLD; | kind 'SOLD' is not SALE or RETURN",
                ";ILS; | ;ILX; | currency 'ILX'",
                ";DAIRY;1; | ;DAIRY;one; | quantity 'one'",
                ";6.40; | ;6.405; | more decimals",
                ";6.40; | ;-6.40; | amount '-6.40'",
                ";6.40; | ;; | amount ''",
                ";18;SALE | ;101;SALE | VAT rate '101'",
                ";CARD;2900000000056; | ;;2900000000056; | no identifier scheme",
                ";CARD;2900000000056; | ;CARD;; | identifier",
                ";0.00;18;SALE; | '' | has 19 fields, not 15",
                "T08:05:00+02:00 | T08:05:00 | time '2026-11-20T08:05:00'",
                "D;01; | D;; | outlet",
            })
    void faults_of_a_line_are_said_in_words(String right, String wrong, String reason)
            throws Exception {
        String line = WrittenFile.saleLine("1", 1, "6.40").replace(right, wrong);

        FileReceipt one =
                read(new WrittenFile().line(line, "0").bytes(), "UTF-8").getFirst();

        assertThat(one.content())
                .isInstanceOfSatisfying(
                        FileReceipt.Broken.class,
                        broken -> assertThat(broken.reason()).contains(reason));
    }

    @Test
    void lines_of_a_receipt_must_go_together() throws Exception {
        assertThat(faultOf(
                        WrittenFile.saleLine("1", 1, "6.40"), WrittenFile.saleLine("1", 1, "6.40")))
                .isEqualTo("line number 1 stands twice");
        assertThat(faultOf(
                        WrittenFile.saleLine("1", 1, "6.40"),
                        WrittenFile.saleLine("1", 2, "6.40").replace("T08:05", "T08:06")))
                .isEqualTo("time or member differ from the receipt's first line");
        assertThat(faultOf(
                        WrittenFile.saleLine("1", 1, "6.40"),
                        WrittenFile.saleLine("1", 2, "6.40").replace(";ILS;", ";USD;")))
                .isEqualTo("the currency differs from the receipt's first line");
    }

    @Test
    void an_anonymous_receipt_has_neither_scheme_nor_identifier() throws Exception {
        String line = WrittenFile.saleLine("1", 1, "6.40").replace("CARD;2900000000056", ";");

        FileReceipt one =
                read(new WrittenFile().line(line, "6.40").bytes(), "UTF-8").getFirst();

        assertThat(one.sale().orElseThrow().member()).isEqualTo(Optional.empty());
    }

    @Test
    void a_quote_inside_a_field_is_a_character_and_a_quoted_field_may_hold_semicolons()
            throws Exception {
        String plain = WrittenFile.saleLine("1", 1, "6.40").replace("חלב 3%", "אורז בע\"מ");
        String quoted = WrittenFile.saleLine("2", 1, "6.40").replace("חלב 3%", "\"a;\"\"b\"\"\"");

        List<FileReceipt> receipts =
                read(new WrittenFile().line(plain, "6.40").line(quoted, "6.40").bytes(), "UTF-8");

        assertThat(receipts)
                .extracting(r -> r.sale().orElseThrow().lines().getFirst().description())
                .containsExactly("אורז בע\"מ", "a;\"b\"");
    }

    @Test
    void a_receipt_of_too_many_lines_is_rejected_to_its_last_line() throws Exception {
        WrittenFile file = new WrittenFile();
        for (int i = 1; i <= FileReceipts.MOST_LINES + 1; i++) {
            file.sale("1", i, "1.00");
        }
        file.sale("2", 1, "1.00");

        List<FileReceipt> receipts = read(file.bytes(), "UTF-8");

        assertThat(receipts).hasSize(3);
        assertThat(receipts.get(0).content()).isInstanceOf(FileReceipt.Broken.class);
        assertThat(receipts.get(1).content()).isInstanceOf(FileReceipt.Broken.class);
        assertThat(receipts.get(2).sale()).isPresent();
    }

    private static String faultOf(String... lines) throws IOException, MalformedFile {
        WrittenFile file = new WrittenFile();
        for (String line : lines) {
            file.line(line, "0");
        }
        List<FileReceipt> receipts = read(file.bytes(), "UTF-8");
        assertThat(receipts).hasSize(1);
        return ((FileReceipt.Broken) receipts.getFirst().content()).reason();
    }

    static List<FileReceipt> read(byte[] file, String charset) throws IOException, MalformedFile {
        List<FileReceipt> receipts = new ArrayList<>();
        RawLines lines = new RawLines(new ByteArrayInputStream(file), 0, 0);
        try (FileReceipts all =
                new FileReceipts(lines, new FileText(charset), new PartnerId(1), 0)) {
            for (Optional<FileReceipt> r = all.next(); r.isPresent(); r = all.next()) {
                receipts.add(r.get());
            }
        }
        return receipts;
    }
}
