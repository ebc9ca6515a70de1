-- Posts the staged lines set by set, with nothing but what the tables need: no rules, no checks, one line a receipt.
-- The same rows as the hub writes come out, so that the audit holds over them as well.
begin;
create temp table posted on commit drop as
select s.*, p.id as partner, i.member_id as member, floor(s.amount)::bigint as points,
       (s.amount * 100)::bigint as minor,
       j.first + row_number() over () - 1 as journal, u.first + row_number() over () - 1 as purchase
from bench.staged s
join partner p on p.code = 'B52'
join outlet o on o.partner_id = p.id and o.code = s.outlet
join identifier i on i.scheme = s.scheme and i.partner_id = 0 and i.value = s.card
cross join (select nextval('journal_id') as first) j cross join (select nextval('purchase_id') as first) u;
select setval('journal_id', (select (max(journal) / 500 + 2) * 500 + 1 from posted), false);
select setval('purchase_id', (select (max(purchase) / 500 + 2) * 500 + 1 from posted), false);
analyze posted;
select member_id from balance where member_id in (select member from posted) order by member_id for update;
insert into member_partner (member_id, partner_id, since)
select distinct member, partner, now() from posted on conflict do nothing;
create temp table credited on commit drop as
with lots as (
    insert into lot (id, member_id, issuer_id, funding, activates_on, expires_on, quantity, remaining, open, opened_at)
    select l.first + row_number() over () - 1, member, partner, 'BASE', null, expires, points, points, true, now()
    from (select member, partner, sum(points)::bigint as points,
                 (date_trunc('month', day) + interval '25 months' - interval '1 day')::date as expires
          from posted group by member, partner, expires) c
    cross join (select nextval('lot_id') as first) l
    on conflict (member_id, issuer_id, funding, activates_on, expires_on) do update
        set quantity = lot.quantity + excluded.quantity, remaining = lot.remaining + excluded.remaining, open = true
    returning id, member_id)
select * from lots;
select setval('lot_id', (select (greatest(max(id), nextval('lot_id')) / 500 + 40) * 500 + 1 from lot), false);
insert into purchase (id, business_date, partner_id, kind, status, outlet, till, number, member_id, happened_at,
                      recorded_at, currency, total, paid_with_points, fingerprint, journal_id, points, pending_points,
                      balance_after, reason, channel)
select purchase, day, partner, 'SALE', 'ACCRUED', outlet, till, number, member, happened, now(), currency, minor, 0,
       sha256(convert_to(concat_ws(';', outlet, till, day, number, happened, card, sku, amount), 'UTF8')),
       journal, points, 0, b.active + sum(points) over (partition by member order by purchase),
       E'base\t1\t' || points || E'\t0\tbase\t1\t' || amount, 'FILE'
from posted join balance b on b.member_id = posted.member;
insert into purchase_line (purchase_id, business_date, line, partner_id, sku, description, category, quantity, amount,
                           discount, vat_rate)
select purchase, day, line, partner, sku, description, category, quantity, minor, (discount * 100)::bigint, vat
from posted;
insert into journal (id, business_date, kind, partner_id, member_id, outlet, business_key, happened_at, recorded_at,
                     actor, reason, points)
select journal, day, 'ACCRUAL', partner, member, outlet, concat_ws('/', outlet, till, day, number), happened, now(),
       'FILE', E'base\t1\t' || points || E'\t0\tbase\t1\t' || amount, points
from posted;
insert into posting (journal_id, business_date, line, partner_id, unit, from_account, from_owner, to_account, to_owner,
                     amount, lot_id)
select journal, day, 1, partner, 'PTS', 'ISSUED', partner, 'MEMBER', member, points, c.id
from posted join credited c on c.member_id = posted.member
union all
select journal, day, 2, partner, 'ILS', 'PARTNER', partner, 'POOL', 0, points * 6, null from posted;
update balance b set active = b.active + c.points, qualifying = b.qualifying + c.points
from (select member, sum(points)::bigint as points from posted group by member) c where b.member_id = c.member;
commit;
