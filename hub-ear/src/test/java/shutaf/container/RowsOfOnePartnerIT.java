package shutaf.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import shutaf.settlement.Positions;
import shutaf.shared.PartnerId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Each partner sees its own rows, whoever had the connection before.
 *
 * <p>Not shown here: a transaction inside another one that already holds the pool's only
 * connection. It can but wait for a connection until the pool's timeout, whatever the scope.
 */
@InsideTheServer
class RowsOfOnePartnerIT {
    private static final int CALLS = 200;
    private static final int THREADS = 4;
    private static final String CONNECTION = "select pg_backend_pid()";

    @Inject
    private Coalition coalition;

    @Inject
    private Calls calls;

    @Inject
    private Rows rows;

    @Inject
    private Positions positions;

    private PartnerId supermarket;
    private PartnerId cafe;

    @Deployment
    static EnterpriseArchive hub() {
        return HubArchive.withTests();
    }

    @BeforeEach
    void twoPartnersWithPurchases() {
        supermarket = coalition.partner();
        cafe = coalition.partner();
        coalition.buys(coalition.member(supermarket), supermarket, 100);
        coalition.buys(coalition.member(cafe), cafe, 7);
    }

    @Test
    void all_calls_share_one_connection() throws Exception {
        Set<Long> connections = new HashSet<>(
                inThreads(call -> () -> calls.unscoped(() -> rows.number(CONNECTION))));

        assertThat(connections).hasSize(1);
    }

    @Test
    void in_200_alternating_calls_each_sees_its_own_rows_only() throws Exception {
        List<Set<Integer>> seen = inThreads(call -> () -> {
            PartnerId partner = call % 2 == 0 ? supermarket : cafe;
            return calls.as(partner, () -> {
                assertThat(positions.of(partner).issued()).isEqualTo(call % 2 == 0 ? 100 : 7);
                return rows.owners();
            });
        });

        for (int call = 0; call < CALLS; call++) {
            PartnerId partner = call % 2 == 0 ? supermarket : cafe;
            assertThat(seen.get(call)).containsExactly(partner.value());
        }
    }

    @Test
    void whoever_borrows_the_connection_next_sees_nothing() {
        calls.as(supermarket, rows::owners);
        assertNothingIsSeen();

        calls.asHub(rows::owners);
        assertNothingIsSeen();

        assertThatThrownBy(() -> calls.as(supermarket, this::fail)).hasMessage("on purpose");
        assertNothingIsSeen();
    }

    private void assertNothingIsSeen() {
        assertThat(rows.numberPastTheEntityManager("select count(*) from purchase"))
                .isZero();
        calls.unscoped(() -> {
            assertThat(rows.scope()).isEmpty();
            assertThat(rows.tables()).isEmpty();
            return null;
        });
    }

    @Test
    void raw_sql_without_a_scope_sees_no_table_that_the_hub_sees() {
        assertThat(calls.asHub(rows::tables))
                .contains("partner", "member", "identifier", "balance", "lot", "journal", "posting")
                .contains("purchase", "purchase_line", "outlet", "partner_agreement", "programme");
        assertThat(calls.unscoped(rows::tables)).isEmpty();
    }

    @Test
    void no_partner_reads_what_is_the_hubs_alone() {
        assertThat(calls.as(supermarket, rows::tables))
                .contains("partner", "member", "journal", "posting", "purchase", "programme")
                .doesNotContain("identifier", "balance", "lot", "recovery_debt");
    }

    @Test
    void no_partner_writes_a_row_of_another() {
        String outlet = "insert into outlet (partner_id, code, name_he, name_en)"
                + " values (?, '99', 'x', 'x')";

        assertThat(calls.as(cafe, () -> rows.change(outlet, cafe.value()))).isEqualTo(1);
        assertThatThrownBy(() -> calls.as(supermarket, () -> rows.change(outlet, cafe.value())))
                .hasStackTraceContaining("violates row-level security policy");
        assertThatThrownBy(() -> calls.unscoped(() -> rows.change(outlet, cafe.value())))
                .hasStackTraceContaining("violates row-level security policy");
    }

    @Test
    void partitions_cannot_be_read_around_the_table_that_guards_them() {
        List<String> partitions = calls.unscoped(
                () -> rows.texts("select inhrelid::regclass::text from pg_inherits join pg_class c"
                        + " on c.oid = inhrelid where c.relkind = 'r'"));

        assertThat(partitions).hasSizeGreaterThan(60);
        assertThat(partitions)
                .allMatch(partition -> !calls.unscoped(() -> rows.texts(
                                "select has_table_privilege(?, 'select')::text", partition))
                        .contains("true"));
    }

    @Test
    void every_table_with_rows_of_partners_is_guarded_even_from_its_owner() {
        assertThat(calls.unscoped(() -> rows.texts("""
                select relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where a.attname = 'partner_id' and c.relkind in ('r', 'p')
                  and not c.relispartition and not (c.relrowsecurity and c.relforcerowsecurity)
                """))).isEmpty();
    }

    @Test
    void a_scope_within_another_is_left_again() {
        calls.as(supermarket, () -> {
            assertThat(calls.asHub(rows::owners)).contains(supermarket.value(), cafe.value());
            assertThat(rows.owners()).containsExactly(supermarket.value());

            assertThat(calls.as(cafe, rows::owners)).containsExactly(cafe.value());
            assertThat(rows.owners()).containsExactly(supermarket.value());

            assertThat(calls.as(supermarket, rows::owners)).containsExactly(supermarket.value());
            assertThat(rows.owners()).containsExactly(supermarket.value());
            return null;
        });
    }

    @Test
    void a_scope_within_another_is_left_again_by_a_failure_too() {
        Set<Integer> seen = calls.as(supermarket, () -> {
            assertThatThrownBy(() -> calls.asHubInRunning(this::fail)).hasMessage("on purpose");
            return rows.owners();
        });

        assertThat(seen).containsExactly(supermarket.value());
    }

    @Test
    void after_a_failure_that_dooms_the_transaction_nothing_can_be_read_in_it() {
        assertThatThrownBy(() -> calls.as(supermarket, () -> {
                    assertThatThrownBy(() -> calls.asHub(this::fail)).hasMessage("on purpose");
                    return rows.owners();
                }))
                .hasStackTraceContaining("Transaction cannot proceed");

        assertThatThrownBy(() -> calls.as(supermarket, () -> {
                    assertThatThrownBy(() -> calls.asHubInRunning(() -> rows.number("select 1/0")))
                            .hasStackTraceContaining("division by zero");
                    return rows.owners();
                }))
                .hasStackTraceContaining("Transaction cannot proceed");
    }

    @Test
    void a_transaction_of_its_own_neither_takes_nor_leaves_a_scope() {
        calls.unscoped(() -> {
            assertThat(calls.asInNew(cafe, rows::owners)).containsExactly(cafe.value());
            assertThat(rows.scope()).isEmpty();
            assertThat(rows.tables()).isEmpty();
            return null;
        });
    }

    @Test
    void a_second_connection_does_not_share_the_scope_of_the_first() {
        String count = "select count(*) from purchase";
        calls.as(supermarket, () -> {
            assertThat(rows.number(count)).isEqualTo(1);
            return null;
        });

        assertThat(rows.numberAsOwner(count)).isZero();
    }

    @Test
    void a_scope_without_a_transaction_is_refused() {
        assertThatThrownBy(() -> calls.asWithoutTransaction(supermarket, rows::owners))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_scope_without_a_partner_is_refused() {
        assertThatThrownBy(() -> calls.asNobody(rows::owners))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs the partner as its first argument");
    }

    private Set<Integer> fail() {
        throw new IllegalStateException("on purpose");
    }

    private interface Call<T> {
        Supplier<T> number(int call);
    }

    private static <T> List<T> inThreads(Call<T> call) throws Exception {
        List<T> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                Supplier<T> one = call.number(i);
                running.add(threads.submit(one::get));
            }
            for (Future<T> one : running) {
                answers.add(one.get());
            }
        }
        return answers;
    }
}
