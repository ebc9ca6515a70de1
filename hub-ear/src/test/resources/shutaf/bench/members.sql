-- Ten thousand members with six lots each, as if partners had issued them by correction; member 0 has 20,000 lots.
-- The hub itself makes one lot for each issuer, funding class and month of expiry: 52 issuers x 2 classes (base and
-- bonus) x 25 months are 2,600 at most for one member; the rest is possible in the tables only, by day of expiry.
create schema bench;
create table bench.staged (
    record text, outlet text, till text, day date, number text, happened timestamptz, scheme text, card text,
    currency text, line integer, sku text, description text, category text, quantity numeric, amount numeric,
    discount numeric, vat numeric, kind text, original text);

create table bench.member as
select n, nextval('member_id') as id, 2900000000000 + n as card, (select id from partner where code = 'B01') as partner
from generate_series(0, 9999) n;
insert into member (id, first_name, last_name, language, status, tier, enrolled_by, enrolled_at)
select id, 'Member', 'Number ' || n, 'he', 'ACTIVE', 'BASE', partner, now() from bench.member;
insert into identifier (scheme, partner_id, value, member_id, since)
select 'CARD', 0, card::text, id, now() from bench.member;
-- Everybody has dealt with the partner on whom all traffic falls, and with the one of fifty where they buy.
insert into member_partner (member_id, partner_id, since)
select m.id, p.id, now() from bench.member m join partner p
    on p.code in ('B01', 'B' || to_char(1 + m.n % 50, 'FM00')) group by m.id, p.id;

create table bench.credit as
select row_number() over () - 1 as nr, c.*
from (
    select m.id as member, p.id as issuer, 4000 as points,
           (date_trunc('month', current_date) + (k + 2) * interval '1 month' - interval '1 day')::date as expires
    from bench.member m cross join generate_series(1, 6) k
    join partner p on p.code = 'B' || to_char(1 + (m.n + k) % 50, 'FM00') where m.n > 0
    union all
    select m.id, p.id, 10, current_date + d
    from bench.member m cross join generate_series(31, 430) d
    join partner p on p.code between 'B01' and 'B50' where m.n = 0) c;
alter table bench.credit add journal bigint, add lot bigint;
update bench.credit set journal = nr + j.first, lot = nr + l.first
from (select nextval('journal_id') as first) j, (select nextval('lot_id') as first) l;
select setval('journal_id', (select (max(journal) / 500 + 2) * 500 + 1 from bench.credit), false);
select setval('lot_id', (select (max(lot) / 500 + 2) * 500 + 1 from bench.credit), false);

insert into lot (id, member_id, issuer_id, funding, activates_on, expires_on, quantity, remaining, open, opened_at)
select lot, member, issuer, 'BASE', null, expires, points, points, true, now() from bench.credit;
insert into journal (id, business_date, kind, partner_id, member_id, business_key, happened_at, recorded_at, actor,
                     reason, points)
select journal, current_date, 'ADJUSTMENT', issuer, member, 'bench ' || nr, now(), now(), 'bench', '', points
from bench.credit;
insert into posting (journal_id, business_date, line, partner_id, unit, from_account, from_owner, to_account, to_owner,
                     amount, lot_id)
select journal, current_date, 1, issuer, 'PTS', 'ISSUED', issuer, 'MEMBER', member, points, lot from bench.credit;
update balance b set active = b.active + c.points
from (select member, sum(points) as points from bench.credit group by member) c where b.member_id = c.member;
