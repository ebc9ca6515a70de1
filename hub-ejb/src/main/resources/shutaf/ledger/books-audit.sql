-- balances equal the postings of each member
with moved as (
    select owner, kind, sum(amount) as points from (
        select to_owner as owner, to_account as kind, amount from posting where unit = 'PTS'
        union all
        select from_owner, from_account, -amount from posting where unit = 'PTS') m
    where kind in ('MEMBER', 'PENDING', 'HELD', 'DEBT') group by owner, kind),
booked as (
    select owner,
           coalesce(sum(points) filter (where kind = 'MEMBER'), 0) as active,
           coalesce(sum(points) filter (where kind = 'PENDING'), 0) as pending,
           coalesce(sum(points) filter (where kind = 'HELD'), 0) as held,
           -coalesce(sum(points) filter (where kind = 'DEBT'), 0) as debt
    from moved group by owner)
select format('member %s: balance %s/%s/%s/%s, postings %s/%s/%s/%s (active/pending/held/debt)',
              coalesce(b.member_id, p.owner), coalesce(b.active, 0), coalesce(b.pending, 0), coalesce(b.held, 0),
              coalesce(b.debt, 0), coalesce(p.active, 0), coalesce(p.pending, 0), coalesce(p.held, 0),
              coalesce(p.debt, 0))
from balance b full join booked p on p.owner = b.member_id
where (coalesce(b.active, 0), coalesce(b.pending, 0), coalesce(b.held, 0), coalesce(b.debt, 0))
      is distinct from
      (coalesce(p.active, 0), coalesce(p.pending, 0), coalesce(p.held, 0), coalesce(p.debt, 0))
order by coalesce(b.member_id, p.owner) limit 1;

-- balances equal the open lots of each member
with lots as (
    select member_id, coalesce(sum(remaining) filter (where activates_on is null), 0) as active,
           coalesce(sum(remaining) filter (where activates_on is not null), 0) as pending
    from lot group by member_id)
select format('member %s: balance %s active %s pending, lots %s active %s pending',
              coalesce(b.member_id, l.member_id), coalesce(b.active, 0), coalesce(b.pending, 0), coalesce(l.active, 0),
              coalesce(l.pending, 0))
from balance b full join lots l on l.member_id = b.member_id
where (coalesce(b.active, 0), coalesce(b.pending, 0)) is distinct from (coalesce(l.active, 0), coalesce(l.pending, 0))
order by coalesce(b.member_id, l.member_id) limit 1;

-- each lot holds what was credited less what was traced
select format('lot %s of member %s: quantity %s, credited %s; remaining %s, taken %s',
              lot_id, max(member_id), sum(quantity), sum(credited), sum(remaining), sum(taken))
from (
    select id as lot_id, member_id, quantity, remaining, 0 as credited, 0 as taken from lot
    union all
    select lot_id, null, 0, 0, amount, 0 from posting where lot_id is not null
    union all
    select lot_id, null, 0, 0, 0, amount from trace) moved
group by lot_id
having sum(quantity) <> sum(credited) or sum(remaining) <> sum(quantity) - sum(taken)
order by lot_id limit 1;

-- the traces of each journal equal what it took from the member
with took as (
    select journal_id, business_date,
           sum(case when from_account in ('MEMBER', 'PENDING') then amount else 0 end)
           - sum(case when to_account in ('MEMBER', 'PENDING') and lot_id is null then amount else 0 end) as points
    from posting where unit = 'PTS' group by journal_id, business_date),
traced as (select journal_id, business_date, sum(amount) as points from trace group by journal_id, business_date)
select format('journal %s of %s: took %s, traced %s', coalesce(k.journal_id, t.journal_id),
              coalesce(k.business_date, t.business_date), coalesce(k.points, 0), coalesce(t.points, 0))
from took k full join traced t using (journal_id, business_date)
where coalesce(k.points, 0) <> coalesce(t.points, 0)
order by 1 limit 1;

-- every posting has its journal and the journal's partner
select format('posting %s/%s of %s has partner %s, journal %s', p.journal_id, p.line, p.business_date, p.partner_id,
              coalesce(j.partner_id::text, 'is missing'))
from posting p left join journal j on j.business_date = p.business_date and j.id = p.journal_id
where j.id is null or j.partner_id <> p.partner_id limit 1;

-- points move between accounts of points and money between accounts of money, so that each sums to zero
select format('posting %s/%s of %s moves %s from %s to %s', journal_id, line, business_date, unit, from_account,
              to_account)
from posting
where (unit = 'PTS') <> (from_account not in ('PARTNER', 'PREPAID', 'POOL'))
   or (unit = 'PTS') <> (to_account not in ('PARTNER', 'PREPAID', 'POOL'))
limit 1;

-- a member owes only what returns left open
select format('member %s: debt %s, open returns %s', b.member_id, b.debt, coalesce(d.owed, 0))
from balance b left join (select member_id, sum(owed) as owed from recovery_debt group by member_id) d
    on d.member_id = b.member_id
where b.debt <> coalesce(d.owed, 0) order by b.member_id limit 1;

-- held points equal the open holds
select format('member %s: held %s, open holds %s', coalesce(b.member_id, r.member_id),
              coalesce(b.held, 0), coalesce(r.points, 0))
from balance b full join (select member_id, sum(points) as points from redemption where status = 'HELD'
    group by member_id) r on r.member_id = b.member_id
where coalesce(b.held, 0) <> coalesce(r.points, 0) order by 1 limit 1;

-- each receipt that earned has its journal with the same points
select format('receipt %s/%s/%s/%s of partner %s: %s points, journal %s', p.outlet, p.till, p.business_date, p.number,
              p.partner_id, p.points, coalesce(j.points::text, 'is missing'))
from purchase p left join journal j on j.business_date = p.business_date and j.id = p.journal_id
where p.status = 'ACCRUED' and p.points is distinct from j.points limit 1;

-- the points shown for each journal equal what it moved
with moved as (
    select journal_id, business_date,
           sum(case when to_account in ('MEMBER', 'PENDING') then amount else 0 end)
           - sum(case when from_account in ('MEMBER', 'PENDING') then amount else 0 end) as points
    from posting where unit = 'PTS' group by journal_id, business_date)
select format('journal %s of %s: shows %s points, moved %s', j.id, j.business_date, j.points, coalesce(m.points, 0))
from journal j left join moved m on m.business_date = j.business_date and m.journal_id = j.id
where j.points <> coalesce(m.points, 0) order by j.id limit 1;

-- a journal moves points of its own member only
select format('posting %s/%s of %s moves points of member %s, the journal is about %s', p.journal_id, p.line,
              p.business_date, m.owner, coalesce(j.member_id::text, 'nobody'))
from posting p
cross join lateral (values (p.from_account, p.from_owner), (p.to_account, p.to_owner)) m (kind, owner)
join journal j on j.business_date = p.business_date and j.id = p.journal_id
where m.kind in ('MEMBER', 'PENDING', 'HELD', 'DEBT') and m.owner is distinct from j.member_id
order by p.journal_id, p.line limit 1;

-- a trace takes from a lot of its journal's member
select format('trace of journal %s of %s takes from lot %s of member %s, the journal is about %s', t.journal_id,
              t.business_date, t.lot_id, l.member_id, j.member_id)
from trace t
left join journal j on j.business_date = t.business_date and j.id = t.journal_id
left join lot l on l.id = t.lot_id
where (t.member_id, t.member_id) is distinct from (j.member_id, l.member_id)
order by t.journal_id limit 1;

-- a partner's accounts are moved by its own journals only
select format('posting %s/%s of %s is partner %s''s and moves %s of partner %s', p.journal_id, p.line, p.business_date,
              p.partner_id, m.kind, m.owner)
from posting p
cross join lateral (values (p.from_account, p.from_owner), (p.to_account, p.to_owner)) m (kind, owner)
where m.kind in ('ISSUED', 'ACCEPTED', 'EXPIRED', 'PARTNER', 'PREPAID') and m.owner <> p.partner_id
order by p.journal_id, p.line limit 1;

-- points accepted by each partner equal its captured redemptions
with accepted as (
    select partner_id, sum(case when to_account = 'ACCEPTED' then amount else -amount end) as points
    from posting where unit = 'PTS' and 'ACCEPTED' in (from_account, to_account) group by partner_id),
captured as (select partner_id, sum(captured) as points from redemption where status = 'CAPTURED' group by partner_id)
select format('partner %s: accepted %s points, captured %s', coalesce(a.partner_id, c.partner_id),
              coalesce(a.points, 0), coalesce(c.points, 0))
from accepted a full join captured c on c.partner_id = a.partner_id
where coalesce(a.points, 0) <> coalesce(c.points, 0) order by coalesce(a.partner_id, c.partner_id) limit 1;

-- no return takes more points than its sale gave
with back as (
    select partner_id, original_receipt, sum(points) as points from purchase
    where kind = 'RETURN' and status = 'RETURNED' and original_receipt is not null
    group by partner_id, original_receipt)
select format('receipt %s of partner %s: earned %s points, %s were taken back', b.original_receipt, b.partner_id,
              coalesce(s.points, 0), b.points)
from back b
left join purchase s on s.partner_id = b.partner_id and s.kind = 'SALE'
    and s.outlet || '/' || s.till || '/' || s.business_date || '/' || s.number = b.original_receipt
    and s.number = substring(b.original_receipt from '[^/]*$')
where b.points > coalesce(s.points, 0) order by b.partner_id, b.original_receipt limit 1;

-- an issued statement tells what the books say of its period
select format('statement %s/%s of partner %s: told %s points %s money in %s lines, its parts %s %s %s, books %s %s',
              s.number, s.version, s.partner_id, s.closing_points - s.opening_points,
              s.closing_money - s.opening_money, s.lines, parts.points, parts.money, parts.lines,
              books.points, books.money)
from statement s
cross join lateral (
    select coalesce(sum(lines), 0) as lines, coalesce(sum(points), 0) as points, coalesce(sum(money), 0) as money
    from statement_sum where statement_id = s.id and part = 'KIND') parts
cross join lateral (
    select coalesce(sum(points), 0) as points, coalesce(sum(money), 0) as money
    from (
        select partner_id, recorded_at, points, money from partner_movement
        union all select partner_id, recorded_at, points, price from points_pack) moved
    where moved.partner_id = s.partner_id
      and moved.recorded_at >= s.period_from::timestamp at time zone 'Asia/Jerusalem'
      and moved.recorded_at < (s.period_to + 1)::timestamp at time zone 'Asia/Jerusalem') books
where (s.closing_points - s.opening_points, s.closing_money - s.opening_money, s.lines)
      is distinct from (parts.points, parts.money, parts.lines)
   or (parts.points, parts.money) is distinct from (books.points, books.money)
order by s.partner_id, s.period_from limit 1;

-- each statement begins where the one before it ended
with told as (
    select s.*, lag(closing_points) over w as points_before, lag(closing_money) over w as money_before,
           lag(period_to) over w as billed_to
    from statement s where version = (
        select max(version) from statement v where v.partner_id = s.partner_id and v.number = s.number)
    window w as (partition by partner_id order by period_from))
select format('statement %s/%s of partner %s: begins on %s with %s points %s money, the one before ended on %s '
              || 'with %s points %s money', number, version, partner_id, period_from, opening_points, opening_money,
              billed_to, points_before, money_before)
from told
where billed_to is not null
  and (period_from, opening_points, opening_money) is distinct from (billed_to + 1, points_before, money_before)
order by partner_id, period_from limit 1;

-- no entry of the audit trail was changed, dropped or slipped in
with chained as (
    select a.*, row_number() over w as place, lag(hash) over w as before,
           audit_hash(coalesce(lag(hash) over w, ''::bytea), a) as expected
    from audit_entry a window w as (partition by day order by number))
select format('entry %s of %s by %s: its hash is not that of what it says and what came before it',
              number, day, actor)
from chained where number <> place or hash <> expected order by day, number limit 1;

-- the days of purchase that reports read equal the receipts
with bought as (
    select member_id, business_date as day, partner_id, sum(total) as amount, count(*) as receipts,
           bool_or(points > 0) as earned, coalesce(max(written_in), 0) as written_in
    from purchase where kind = 'SALE' and member_id is not null group by member_id, business_date, partner_id)
select format('member %s at partner %s on %s: kept %s in %s receipts, bought %s in %s',
              coalesce(c.member_id, b.member_id), coalesce(c.partner_id, b.partner_id), coalesce(c.day, b.day),
              c.amount, c.receipts, b.amount, b.receipts)
from customer_day c full join bought b using (member_id, day, partner_id)
where (c.amount, c.receipts, c.earned) is distinct from (b.amount, b.receipts, b.earned)
  -- What was written since the last catch-up is not expected there yet.
  and coalesce(b.written_in, 0) < (select upto from customer_day_mark)
order by member_id, day limit 1;
