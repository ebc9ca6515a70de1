package shutaf.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import shutaf.message.Mailing;
import shutaf.message.MailingOrder;
import shutaf.message.Mailings;
import shutaf.message.Obstacle;
import shutaf.message.PaperForm;
import shutaf.message.ReceivingRole;
import shutaf.message.Rhythm;
import shutaf.message.Sendings;
import shutaf.platform.HubClock;
import shutaf.platform.Sql;
import shutaf.shared.BusinessDay;
import shutaf.shared.PartnerId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Reports that were ordered go out on their days, each once to each, whatever happens between. */
class MailingTest {
    private final Programme programme = new Programme();
    private final Mailings mailings = programme.bean(Mailings.class);
    private final Sendings sendings = programme.bean(Sendings.class);

    @AfterEach
    void leaveNothingDue() {
        programme.call(() -> programme
                .bean(Sql.class)
                .run("update mailing set cancelled_by = 'test', cancelled_at = now()"
                        + " where cancelled_at is null"));
        programme.bean(HubClock.class).moveBy(Duration.ZERO);
    }

    @ParameterizedTest(name = "{0}, ordered {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            WEEKLY  | 2026-11-21T23:59 | 2026-11-22
            WEEKLY  | 2026-11-22T05:59 | 2026-11-22
            WEEKLY  | 2026-11-22T06:00 | 2026-11-29
            WEEKLY  | 2027-03-26T03:30 | 2027-03-28
            WEEKLY  | 2026-10-25T01:30 | 2026-10-25
            WEEKLY  | 2026-12-28T12:00 | 2027-01-03
            MONTHLY | 2027-01-31T12:00 | 2027-02-01
            MONTHLY | 2027-02-28T12:00 | 2027-03-01
            MONTHLY | 2028-02-29T12:00 | 2028-03-01
            MONTHLY | 2026-12-01T05:59 | 2026-12-01
            MONTHLY | 2026-12-01T06:00 | 2027-01-01
            """)
    void is_first_due_on(Rhythm rhythm, LocalDateTime ordered, LocalDate due) {
        at(ordered.toString());
        order(rhythm);

        assertThat(only().nextDue()).isEqualTo(due);
    }

    /** Clocks go forward on 26 March and back on 25 October: six is six on both sides. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026-11-15", "2027-03-21", "2027-03-28", "2026-10-18", "2026-10-25"})
    void begins_at_six_of_its_day_and_not_before(LocalDate sunday) {
        at(sunday.minusDays(3) + "T12:00");
        order(Rhythm.WEEKLY);

        at(sunday + "T05:59");
        assertThat(begin()).isEmpty();
        at(sunday + "T06:00");
        assertThat(begin().orElseThrow().due()).isEqualTo(sunday);
        assertThat(only().nextDue()).isEqualTo(sunday.plusWeeks(1));
    }

    @Test
    void days_that_were_missed_are_made_up_once() {
        at("2026-11-18T12:00");
        order(Rhythm.WEEKLY);

        at("2026-12-16T12:00");

        assertThat(begin().orElseThrow().due()).isEqualTo(LocalDate.of(2026, 12, 13));
        assertThat(begin()).isEmpty();
        assertThat(only().nextDue()).isEqualTo(LocalDate.of(2026, 12, 20));
    }

    @Test
    void nobody_gets_twice_what_was_recorded_as_sent() {
        Sendings.Try first = due();
        address(first, "noa", "dana");
        assertThat(claim(first, "noa")).isTrue();
        sent(first, "noa");
        assertThat(claim(first, "dana")).isTrue();
        notSent(first, "dana", Obstacle.ADDRESS_REFUSED);
        conclude(first, Optional.empty());
        assertThat(last().over()).isFalse();
        assertThat(last().obstacle()).contains(Obstacle.ADDRESS_REFUSED);

        later(5);
        Sendings.Try second = begin().orElseThrow();
        address(second, "noa", "dana", "yael");

        assertThat(second.tries()).isEqualTo(2);
        assertThat(claim(second, "noa")).isFalse();
        assertThat(claim(second, "dana")).isTrue();
        sent(second, "dana");
        assertThat(claim(second, "yael")).isTrue();
        sent(second, "yael");
        conclude(second, Optional.empty());
        assertThat(last().over()).isTrue();
        assertThat(last().sent()).isEqualTo(3);
        assertThat(last().obstacle()).isEmpty();
        later(10_000);
        assertThat(begin().map(Sendings.Try::due)).isNotEqualTo(Optional.of(first.due()));
    }

    @Test
    void two_servers_share_one_sending_and_each_letter() throws Exception {
        at("2026-11-18T12:00");
        order(Rhythm.WEEKLY);
        at("2026-11-22T06:00");
        try (ExecutorService servers = Executors.newFixedThreadPool(8)) {
            List<Future<Optional<Sendings.Try>>> begun = IntStream.range(0, 8)
                    .mapToObj(i -> servers.submit(this::begin))
                    .toList();
            int tries = 0;
            for (Future<Optional<Sendings.Try>> one : begun) {
                tries += one.get().isPresent() ? 1 : 0;
            }
            assertThat(tries).isEqualTo(1);
            later(5);
            Sendings.Try again = begin().orElseThrow();
            address(again, "noa");
            List<Future<Boolean>> claims = IntStream.range(0, 8)
                    .mapToObj(i -> servers.submit(() -> claim(again, "noa")))
                    .toList();
            int claimed = 0;
            for (Future<Boolean> one : claims) {
                claimed += one.get() ? 1 : 0;
            }
            assertThat(claimed).isEqualTo(1);
        }
    }

    @Test
    void a_server_that_goes_down_in_the_middle_leaves_the_rest_to_the_next() {
        Sendings.Try first = due();
        address(first, "noa", "dana");
        claim(first, "noa");
        sent(first, "noa");
        claim(first, "dana");

        later(5);
        Sendings.Try second = begin().orElseThrow();
        assertThat(claim(second, "dana")).as("may still be on its way").isFalse();
        conclude(second, Optional.empty());
        later(15);
        Sendings.Try third = begin().orElseThrow();

        assertThat(claim(third, "noa")).isFalse();
        assertThat(claim(third, "dana")).isTrue();
    }

    @Test
    void is_tried_six_times_with_growing_pauses_and_then_says_why_not() {
        Sendings.Try one = due();
        address(one, "noa");
        for (int pause : new int[] {5, 15, 45, 135, 405}) {
            conclude(one, Optional.of(Obstacle.MAIL_SERVER_AWAY));
            assertThat(last().over()).isFalse();
            later(pause - 1);
            assertThat(begin()).as("before %d minutes", pause).isEmpty();
            later(1);
            one = begin().orElseThrow();
        }
        conclude(one, Optional.of(Obstacle.MAIL_SERVER_AWAY));

        assertThat(last().over()).isTrue();
        assertThat(last().tries()).isEqualTo(Sendings.MOST_TRIES);
        assertThat(last().unsent()).isEqualTo(1);
        assertThat(last().obstacle()).contains(Obstacle.MAIL_SERVER_AWAY);
    }

    @Test
    void what_trying_again_cannot_help_is_over_at_once() {
        Sendings.Try one = due();
        address(one);
        conclude(one, Optional.of(Obstacle.NOBODY));

        assertThat(last().over()).isTrue();
        assertThat(last().obstacle()).contains(Obstacle.NOBODY);
    }

    @Test
    void who_lost_the_role_between_two_tries_gets_nothing() {
        Sendings.Try first = due();
        address(first, "noa", "dana");
        claim(first, "noa");
        sent(first, "noa");
        conclude(first, Optional.of(Obstacle.MAIL_SERVER_AWAY));
        later(5);
        Sendings.Try second = begin().orElseThrow();
        address(second, "yael");

        assertThat(claim(second, "dana")).isFalse();
        assertThat(claim(second, "yael")).isTrue();
        assertThat(last().sent()).as("what was sent stays recorded").isEqualTo(1);
    }

    @Test
    void a_cancelled_order_is_not_tried_again_and_both_deeds_are_kept() {
        Sendings.Try one = due();
        conclude(one, Optional.of(Obstacle.KEYCLOAK_AWAY));
        long before = deeds();

        assertThat(programme.call(() -> mailings.cancel(one.mailing(), "noa"))).isTrue();
        assertThat(programme.call(() -> mailings.cancel(one.mailing(), "noa"))).isFalse();

        later(5);
        assertThat(begin()).isEmpty();
        assertThat(deeds() - before).isEqualTo(1);
        order(Rhythm.MONTHLY);
        assertThat(deeds() - before).isEqualTo(2);
    }

    @Test
    void a_partners_manager_gets_figures_of_that_partner_only() {
        MailingOrder coalition = new MailingOrder(
                "retention",
                PartnerId.HUB,
                ReceivingRole.PARTNER_MANAGER,
                "he",
                PaperForm.PDF,
                Rhythm.WEEKLY);
        assertThatThrownBy(() -> programme.call(() -> mailings.order(coalition, "noa")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Sendings.Try due() {
        at("2026-11-18T12:00");
        order(Rhythm.WEEKLY);
        at("2026-11-22T06:00");
        return begin().orElseThrow();
    }

    private void order(Rhythm rhythm) {
        MailingOrder asked = new MailingOrder(
                "retention",
                PartnerId.HUB,
                ReceivingRole.ACCOUNT_MANAGER,
                "he",
                PaperForm.PDF,
                rhythm);
        programme.call(() -> mailings.order(asked, "noa"));
    }

    private Optional<Sendings.Try> begin() {
        programme.call(() -> {
            sendings.openDue();
            return true;
        });
        return programme.call(sendings::begin);
    }

    private void address(Sendings.Try one, String... logins) {
        done(() -> sendings.address(one, List.of(logins), 0));
    }

    private boolean claim(Sendings.Try one, String login) {
        return programme.call(() -> sendings.claim(one, login));
    }

    private void sent(Sendings.Try one, String login) {
        done(() -> sendings.sent(one, login));
    }

    private void notSent(Sendings.Try one, String login, Obstacle why) {
        done(() -> sendings.notSent(one, login, why));
    }

    private void conclude(Sendings.Try one, Optional<Obstacle> obstacle) {
        done(() -> sendings.conclude(one, obstacle));
    }

    private void done(Runnable step) {
        programme.call(() -> {
            step.run();
            return true;
        });
    }

    private long deeds() {
        return programme.call(() -> programme
                .bean(Sql.class)
                .first(
                        "select count(*) from audit_entry where deed like 'MAILING%'",
                        r -> r.getLong(1))
                .orElseThrow());
    }

    private Mailing only() {
        List<Mailing> all = programme.call(mailings::all);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private Mailing.Last last() {
        return only().last().orElseThrow();
    }

    private void at(String localTime) {
        Instant then = LocalDateTime.parse(localTime).atZone(BusinessDay.ZONE).toInstant();
        // A second later: real time goes on, but must not reach the next minute.
        programme.bean(HubClock.class).moveBy(Duration.between(Instant.now(), then.plusSeconds(1)));
    }

    private void later(int minutes) {
        programme.bean(HubClock.class).moveBy(moved().plusMinutes(minutes));
    }

    private Duration moved() {
        HubClock clock = programme.bean(HubClock.class);
        return Duration.between(Instant.now(), clock.now()).plusSeconds(1);
    }
}
