-- What a partner was told, once and for all: statements with the figures they were issued with. The lines are not
-- kept a second time: they are the journals of the period, which never change, and the hash of the line file that
-- stands here proves it. A statement in the making is no row: it is read from the books whenever somebody looks.
create extension if not exists btree_gist;

-- VAT on each nature of invoice line, in force from a day on: the rates of the period's last day count.
create table vat_rate (
    nature       text    not null check (nature in ('POINTS_ISSUED', 'REDEMPTIONS', 'PACKS', 'ADJUSTMENTS')),
    valid_from   date    not null,
    basis_points integer not null check (basis_points between 0 and 10000),
    primary key (nature, valid_from)
);
comment on column vat_rate.basis_points is '1800 is 18 percent';
insert into vat_rate (nature, valid_from, basis_points)
select nature, valid_from, basis_points
from unnest(array['POINTS_ISSUED', 'REDEMPTIONS', 'PACKS', 'ADJUSTMENTS']) nature,
     (values (date '2015-10-01', 1700), (date '2025-01-01', 1800)) rate (valid_from, basis_points);

create sequence statement_id;
create table statement (
    id             bigint primary key default nextval('statement_id'),
    partner_id     integer     not null references partner,
    number         text        not null check (number ~ '^[A-Za-z0-9.-]{1,64}$'),
    version        integer     not null check (version > 0),
    period_from    date        not null,
    period_to      date        not null check (period_to >= period_from),
    currency       text        not null check (currency ~ '^[A-Z]{3}$'),
    opening_points bigint      not null,
    opening_money  bigint      not null,
    closing_points bigint      not null,
    closing_money  bigint      not null,
    lines          bigint      not null check (lines >= 0),
    line_file_hash text        not null check (line_file_hash ~ '^[0-9a-f]{64}$'),
    vat_points     integer     not null,
    vat_redemption integer     not null,
    vat_pack       integer     not null,
    vat_adjustment integer     not null,
    issued_on      date        not null,
    issued_at      timestamptz not null,
    issued_by      text        not null,
    unique (partner_id, number, version),
    unique (id, partner_id),
    -- A day that was billed once is never billed again.
    constraint billed_once exclude using gist
        (partner_id with =, daterange(period_from, period_to, '[]') with &&) where (version = 1)
);
comment on table statement is 'Plus is in the partner''s favour; money is minor units without VAT';
comment on column statement.period_to is 'Last processed day in Asia/Jerusalem, inclusive';

create table statement_sum (
    statement_id bigint  not null,
    partner_id   integer not null,
    part         text    not null check (part in ('KIND', 'OUTLET', 'DAY')),
    key          text    not null,
    lines        bigint  not null,
    points       bigint  not null,
    money        bigint  not null,
    primary key (statement_id, part, key),
    foreign key (statement_id, partner_id) references statement (id, partner_id)
);
comment on column statement_sum.part is 'KIND: all lines by kind; OUTLET and DAY: the accruals among them';

create function statements_never_change() returns trigger language plpgsql as $$
begin
    raise exception 'an issued statement never changes: % on % refused; issue a new version', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;
create trigger statements_never_change before update or delete on statement
    for each row execute function statements_never_change();
create trigger statements_never_change before update or delete on statement_sum
    for each row execute function statements_never_change();

-- What each journal changed between the programme and its partner: points issued and accepted, and money. One place
-- that says it, for positions, statements and the audit. The caller's own policies hold on the tables below.
create view partner_movement with (security_invoker = true) as
select j.partner_id, j.recorded_at, j.business_date, j.id as journal_id, j.kind, j.outlet, j.business_key,
       j.happened_at, j.refers_to, j.refers_date,
       sum(case when p.unit <> 'PTS' then 0
                when p.to_account in ('ISSUED', 'ACCEPTED') then p.amount
                else -p.amount end)::bigint as points,
       sum(case when p.unit = 'PTS' then 0
                when p.to_account in ('PARTNER', 'PREPAID') then p.amount
                else -p.amount end)::bigint as money
from journal j
join posting p on p.business_date = j.business_date and p.journal_id = j.id and p.partner_id = j.partner_id
where p.from_account in ('ISSUED', 'ACCEPTED', 'PARTNER', 'PREPAID')
   or p.to_account in ('ISSUED', 'ACCEPTED', 'PARTNER', 'PREPAID')
group by j.partner_id, j.recorded_at, j.business_date, j.id, j.kind, j.outlet, j.business_key, j.happened_at,
         j.refers_to, j.refers_date;

grant select on vat_rate, partner_movement to ${app_role};
grant select, insert on statement, statement_sum to ${app_role};
grant usage on sequence statement_id to ${app_role};

alter table vat_rate enable row level security;
alter table vat_rate force row level security;
create policy anyone_inside on vat_rate using ((select seen_by()) is not null);
do $$
declare
    t text;
begin
    foreach t in array array['statement', 'statement_sum'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_rows on %I using (partner_id = (select seen_by()) '
                       || 'or (select seen_by()) = 0)', t);
    end loop;
end $$;
