package shutaf.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A request made once, of which only receipt numbers and cards change: digits are written over
 * digits, so that its length stays.
 */
final class Request {
    private static final ZoneId ZONE = ZoneId.of("Asia/Jerusalem");
    private static final String NUMBER = "#".repeat(15);
    private static final String CARD = "@".repeat(13);

    private final byte[] bytes;
    private final List<Integer> numbers;
    private final List<Integer> cards;

    private Request(String text) {
        bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        numbers = places(text, NUMBER);
        cards = places(text, CARD);
    }

    static Request purchase(String token) {
        return new Request(post("/purchases", token, receipt()));
    }

    static Request batch(String token) {
        String all = (receipt() + ",").repeat(LoadJob.BATCH);
        String list = all.substring(0, all.length() - 1);
        return new Request(post("/purchases/batch", token, "{\"purchases\":[" + list + "]}"));
    }

    static Request hold(String token) {
        return new Request(post(
                "/redemptions", token, "{" + basket() + ",\"points\":" + LoadJob.POINTS + "}"));
    }

    /** The capture of a hold; made for each, since its address differs. */
    static byte[] capture(String token, String redemption) {
        return post(
                        "/redemptions/" + redemption + "/capture",
                        token,
                        "{\"points\":" + LoadJob.POINTS + "}")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Receipts that fit in. */
    int receipts() {
        return numbers.size();
    }

    /** The bytes with this number and card at its receipt {@code i}; valid until the next call. */
    byte[] with(int i, long number, long card) {
        digits(numbers.get(i), NUMBER.length(), number);
        digits(cards.get(i), CARD.length(), card);
        return bytes;
    }

    private void digits(int from, int length, long value) {
        long rest = value;
        for (int at = from + length - 1; at >= from; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    private static String receipt() {
        return "{" + basket()
                + ",\"currency\":\"ILS\",\"lines\":[{\"line\":1,\"sku\":\"7290000066318\","
                + "\"description\":\"Milk 3%\",\"categories\":[\"DAIRY\"],\"quantity\":\"2\","
                + "\"amount\":\"12.80\",\"discount\":\"0.00\",\"vatRate\":\"18\"},"
                + "{\"line\":2,\"sku\":\"7290000066325\",\"description\":\"Bread\","
                + "\"categories\":[\"BAKERY\"],\"quantity\":\"1\",\"amount\":\"9.90\","
                + "\"discount\":\"0.00\",\"vatRate\":\"18\"}],\"total\":\"22.70\"}";
    }

    private static String basket() {
        String now = OffsetDateTime.now(ZONE).truncatedTo(ChronoUnit.SECONDS).toString();
        return "\"receipt\":{\"outlet\":\"01\",\"till\":\"1\",\"businessDate\":\""
                + LocalDate.now(ZONE) + "\",\"number\":\"" + NUMBER + "\"},\"happenedAt\":\"" + now
                + "\",\"member\":{\"scheme\":\"CARD\",\"value\":\"" + CARD + "\"}";
    }

    private static String post(String path, String token, String body) {
        return "POST /partners/api/v1" + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static List<Integer> places(String text, String mark) {
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
            places.add(at);
        }
        return places;
    }
}
