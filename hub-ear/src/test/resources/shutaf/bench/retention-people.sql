-- Members from ${from} to ${to} for the days that retention.sql makes: enrolled on the first of them at the latest, one
-- of three tiers, and every second one has redeemed. Straight into the tables that reports read.
insert into partner (id, code, name_he, name_en, issuer, acceptor, funding, status, takes_history, charset, client_id,
    organisation, created_at)
select n, 'BENCH' || n, 'שותף ' || n, 'Partner ' || n, true, true, 'POSTPAID', 'ACTIVE', true, 'UTF-8', 'bench-' || n,
       'bench' || n, timestamptz '2024-01-01 00:00Z'
from generate_series(1, 5) n on conflict do nothing;
insert into member (id, first_name, last_name, language, status, tier, enrolled_by, enrolled_at)
select member, 'Noa', 'Levi', 'he', 'ACTIVE', (array['BASE', 'SILVER', 'GOLD'])[1 + member % 3], 1 + member % 5,
       timestamptz '2024-11-01 09:00Z' + make_interval(days => (member * 7919 % 600)::int)
from generate_series(${from}::bigint, ${to}::bigint) member;
insert into redemption (id, partner_id, member_id, outlet, till, business_date, number, status, points, captured, value,
    currency, fingerprint, happened_at, recorded_at, expires_at)
select member, 1 + member % 5, member, '1', '1', day, member::text, 'CAPTURED', 100, 100, 1000, 'ILS', '\x00', day, day,
       day
from (select member, date '2025-01-01' + (member * 104729 % 600)::int as day
      from generate_series(${from}::bigint, ${to}::bigint) member where member % 2 = 0) redeemed;
