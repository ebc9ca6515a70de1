package shutaf.whole;

/** The invented customers of the shop BOOKS, straight into the tables: many, and no work. */
final class BookReaders {
    private BookReaders() {}

    /** 150 of them over 200 days, each with a rate and an end of their own. */
    static void buy(WholeHub whole) {
        whole.run("""
                set session_replication_role = replica;
                with customer as (
                    select n, n % 60 as start, 0.02 + 0.12 * u ^ 3 as rate, -150 * ln(v) as stay
                    from (select n, (hashint4(n) & 65535) / 65536.0 as u,
                                 ((hashint4(n + 7000) & 65535) + 1) / 65536.0 as v
                          from generate_series(1, 150) n) drawn),
                bought as (
                    select n, d, row_number() over () as k
                    from customer, generate_series(start, 199) d
                    where d = start or d - start < stay
                      and (hashint4(n * 1000 + d) & 65535) / 65536.0 < rate)
                insert into purchase
                select 9000000000 + k, current_date - 200 + d, (select id from partner where
                    code = 'BOOKS'), 'SALE', 'ACCRUED', '01', '1', 'L' || k, 9000000 + n, null,
                    null, now(), now(), 'ILS', 2000 + (hashint4(n) & 4095) + (hashint4(d) & 1023),
                    0, '\\x00', null, 0, 0, 0, '', null, 'API'
                from bought""");
        whole.run("""
                set session_replication_role = replica;
                insert into member (id, first_name, last_name, language, status, tier, enrolled_by,
                    enrolled_at)
                select 9000000 + n, 'Reader', 'No ' || n, 'en', 'ACTIVE', 'BASE',
                    (select id from partner where code = 'BOOKS'), now()
                from generate_series(1, 150) n""");
    }

    /** What was invented has no journals, which an audit of the same books would name. */
    static void leave(WholeHub whole) {
        String ofBooks = " where partner_id = (select id from partner where code = 'BOOKS')";
        whole.run("delete from purchase" + ofBooks);
        whole.run("delete from customer_day" + ofBooks);
        whole.run("delete from lifetime_score where member_id between 9000001 and 9000150");
        whole.run("set session_replication_role = replica;"
                + " delete from member where id between 9000001 and 9000150");
    }
}
