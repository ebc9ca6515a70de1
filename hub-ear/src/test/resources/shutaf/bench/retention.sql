-- Days of purchase of members from ${from} to ${to}, straight into the table that reports read: each member joins in
-- the first 600 of 730 days, stays for an exponential time of 900 days on average and has about 50 receipts at 5
-- partners (an exponential number, so that most have few and some have hundreds). Equal numbers give equal rows.
insert into customer_day (member_id, day, partner_id, amount, receipts, earned)
select member, day, partner, sum(amount), count(*), true
from (
    select member,
           date '2024-11-20' + floor(start + ((hashint8(member * 100003 + k * 7 + 5) & 2147483647) / 2147483648.0)
               * greatest(1, least(730 - start, stay)))::int as day,
           1 + ((hashint8(member * 100000 + k) >> 8) & 1048575) % 5 as partner,
           500 + ((hashint8(member * 100000 + k) >> 4) & 65535) as amount
    from (
        select member, 600 * ((hashint8(member) & 2147483647) / 2147483648.0) as start,
               -900 * ln(((hashint8(member + 77777777) & 2147483647) + 1) / 2147483649.0) as stay,
               1 + floor(-49 * ln(((hashint8(member + 55555555) & 2147483647) + 1) / 2147483649.0))::int
                   as receipts
        from generate_series(${from}::bigint, ${to}::bigint) member) drawn,
        generate_series(1, receipts) k) bought
group by member, day, partner;
