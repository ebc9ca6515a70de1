-- Who bought on which day, kept for reports: one row a member, day and partner instead of the receipts themselves.
-- It is never added to. Each catch-up works out anew, from the receipts, the days touched since the last one: a day
-- done twice is the same day, so a crash, a late file, a receipt claimed weeks later or two servers at once cost some
-- work and no figure. See decision 0012.

-- Which transaction wrote a receipt last. Not when: a clock can go back, and who began first may commit last. Numbers
-- of transactions tell both: below the oldest one that still runs, all are finished. Old receipts have none and are all
-- worked out by the first catch-up. An insert pays eight bytes; the index is a few pages long.
alter table purchase add column written_in bigint;
alter table purchase alter column written_in set default (pg_current_xact_id()::text::bigint);
comment on column purchase.written_in is
    'Transaction that wrote the row last; whoever changes a row sets it to default';
create index purchase_written on purchase using brin (written_in) with (pages_per_range = 16, autosummarize = on);

-- Both keys hold the whole row, so that reports walk through an index in its order and never sort or see the table: the
-- first for the coalition, the second for one partner.
create table customer_day (
    member_id  bigint  not null,
    day        date    not null,
    partner_id integer not null,
    amount     bigint  not null,
    receipts   integer not null check (receipts > 0),
    earned     boolean not null,
    primary key (member_id, day, partner_id) include (amount, receipts, earned)
);
create unique index customer_day_of_partner on customer_day (partner_id, member_id, day)
    include (amount, receipts, earned);
comment on table customer_day is 'Derived from purchase: sales of known members; audited';
comment on column customer_day.amount is 'Minor units paid on that day at that partner; returns do not take it away';
comment on column customer_day.earned is 'Whether any of its receipts gave points';

-- How far it goes. Null: nothing was worked out yet, all of it is next time. The row is the catch-ups' lock.
create table customer_day_mark (
    id      smallint primary key check (id = 1),
    upto    bigint,
    cluster bigint
);
insert into customer_day_mark values (1, null, null);
comment on column customer_day_mark.upto is 'Receipts written by transactions below this one are in customer_day';
comment on column customer_day_mark.cluster is
    'Whose numbers these are: a restored dump counts its transactions anew, so there all is worked out again';

grant select, insert, update on customer_day to ${app_role};
grant select, update on customer_day_mark to ${app_role};
alter table customer_day enable row level security;
alter table customer_day force row level security;
create policy own_rows on customer_day using (partner_id = (select seen_by()) or (select seen_by()) = 0);
alter table customer_day_mark enable row level security;
alter table customer_day_mark force row level security;
create policy hub_only on customer_day_mark using ((select seen_by()) = 0);
