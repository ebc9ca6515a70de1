-- The books. A journal is one business event; its postings move amounts from account to account, so every journal
-- sums to zero by construction. Points and money lie in the same journal. Nothing here is ever changed: see V003.

create sequence journal_id increment 500;
create sequence lot_id increment 500;
create sequence purchase_id increment 500;

create table balance (
    member_id  bigint primary key references member,
    active     bigint not null check (active >= 0),
    pending    bigint not null check (pending >= 0),
    held       bigint not null check (held >= 0),
    debt       bigint not null check (debt >= 0),
    qualifying bigint not null
) with (fillfactor = 70);
comment on table balance is 'Derived from postings and equal to open lots; its row is the member''s lock';

-- The zero row comes with the member: a balance that is not there could not be locked.
create function member_gets_balance() returns trigger language plpgsql as $$
begin
    insert into balance values (new.id, 0, 0, 0, 0, 0);
    return null;
end $$;
create trigger member_gets_balance after insert on member for each row execute function member_gets_balance();

-- Credits of one issuer, funding class and expiry month are one lot: a member with thousands of purchases has few.
create table lot (
    id           bigint primary key,
    member_id    bigint      not null,
    issuer_id    integer     not null references partner,
    funding      text        not null check (funding in ('BASE', 'BONUS', 'PROMOTION', 'PURCHASED')),
    activates_on date,
    expires_on   date,
    quantity     bigint      not null,
    remaining    bigint      not null,
    open         boolean     not null,
    opened_at    timestamptz not null,
    unique nulls not distinct (member_id, issuer_id, funding, activates_on, expires_on),
    check (remaining between 0 and quantity),
    check (open = (remaining > 0)),
    check (activates_on is null or expires_on is null)
) with (fillfactor = 70);
comment on column lot.activates_on is 'Set while the points are pending; their expiry clock has not started';
create index lot_debit_order on lot (member_id, expires_on, opened_at, id)
    where open and activates_on is null;
create index lot_to_activate on lot (activates_on) where open and activates_on is not null;
create index lot_to_expire on lot (expires_on) where open and activates_on is null;

create table recovery_debt (
    member_id  bigint  not null references member,
    partner_id integer not null references partner,
    owed       bigint  not null check (owed >= 0),
    primary key (member_id, partner_id)
);

create table journal (
    id            bigint      not null,
    business_date date        not null,
    kind          text        not null check (kind in ('ACCRUAL', 'ACTIVATION', 'ACCRUAL_REVERSAL',
                      'REDEMPTION_HOLD', 'CAPTURE', 'VOID', 'REDEMPTION_REVERSAL', 'EXPIRY', 'REINSTATEMENT',
                      'ADJUSTMENT', 'TRANSFER', 'DONATION', 'FORFEIT')),
    partner_id    integer     not null,
    member_id     bigint,
    outlet        text,
    business_key  text        not null,
    refers_to     bigint,
    refers_date   date,
    happened_at   timestamptz not null,
    recorded_at   timestamptz not null,
    actor         text        not null,
    reason        text        not null,
    points        bigint      not null,
    primary key (business_date, id),
    unique (partner_id, business_key, kind, business_date)
) partition by range (business_date);
comment on column journal.business_key is 'Receipt or other natural key: the same event twice is one journal';
comment on column journal.points is 'Effect on the member''s points, signed: what the timeline shows';
comment on column journal.reason is 'Why, one reason a line, as written by shutaf.shared.Reason';
create index journal_of_member on journal (member_id, happened_at);
create index journal_by_processing on journal (partner_id, recorded_at);
create index journal_number on journal (id);

create table posting (
    journal_id    bigint   not null,
    business_date date     not null,
    line          smallint not null,
    partner_id    integer  not null,
    unit          text     not null,
    from_account  text     not null,
    from_owner    bigint   not null,
    to_account    text     not null,
    to_owner      bigint   not null,
    amount        bigint   not null check (amount > 0),
    lot_id        bigint,
    primary key (business_date, journal_id, line),
    check (from_account in ('MEMBER', 'PENDING', 'HELD', 'DEBT', 'ISSUED', 'ACCEPTED', 'EXPIRED', 'OPERATOR',
                            'PARTNER', 'PREPAID', 'POOL')),
    check (to_account in ('MEMBER', 'PENDING', 'HELD', 'DEBT', 'ISSUED', 'ACCEPTED', 'EXPIRED', 'OPERATOR',
                          'PARTNER', 'PREPAID', 'POOL'))
) partition by range (business_date);
comment on column posting.unit is 'PTS for points, else the ISO 4217 currency of minor units';
comment on column posting.lot_id is 'The lot that a posting to MEMBER or PENDING credits';
create index posting_of_lot on posting (lot_id) where lot_id is not null;

-- Which lot a debit took its points from; negative where a void or reversal gave them back to it.
create table trace (
    journal_id    bigint  not null,
    business_date date    not null,
    lot_id        bigint  not null,
    partner_id    integer not null,
    member_id     bigint  not null,
    amount        bigint  not null check (amount <> 0),
    primary key (business_date, journal_id, lot_id)
) partition by range (business_date);
create index trace_of_lot on trace (lot_id, journal_id);

create table purchase (
    id               bigint      not null,
    business_date    date        not null,
    partner_id       integer     not null,
    kind             text        not null check (kind in ('SALE', 'RETURN')),
    status           text        not null check (status in ('ACCRUED', 'UNCLAIMED', 'RETURNED', 'WAITING')),
    outlet           text        not null,
    till             text        not null,
    number           text        not null,
    member_id        bigint,
    member_scheme    text,
    member_value     text,
    happened_at      timestamptz not null,
    recorded_at      timestamptz not null,
    currency         text        not null,
    total            bigint      not null,
    paid_with_points bigint      not null,
    fingerprint      bytea       not null,
    journal_id       bigint,
    points           bigint      not null,
    pending_points   bigint      not null,
    balance_after    bigint      not null,
    reason           text        not null,
    original_receipt text,
    channel          text        not null,
    primary key (business_date, id),
    unique (partner_id, number, outlet, till, kind, business_date)
) partition by range (business_date);
create index purchase_of_member on purchase (member_id, happened_at);
create index purchase_waiting on purchase (recorded_at) where status = 'WAITING';
create index purchase_unclaimed on purchase (partner_id, recorded_at) where status = 'UNCLAIMED';
create index purchase_original on purchase (partner_id, original_receipt) where original_receipt is not null;
comment on column purchase.total is 'Minor units paid, VAT included; for a RETURN the money given back, positive';
comment on column purchase.member_value is 'Keyed hash of the identifier while nobody is known by it';

create table purchase_line (
    purchase_id   bigint   not null,
    business_date date     not null,
    line          integer  not null,
    partner_id    integer  not null,
    original_line integer,
    sku           text     not null,
    description   text     not null,
    category      text     not null,
    quantity      numeric(18, 6) not null,
    amount        bigint   not null,
    discount      bigint   not null,
    vat_rate      numeric(5, 2)  not null,
    primary key (business_date, purchase_id, line)
) partition by range (business_date);

create table redemption (
    id            bigint primary key,
    partner_id    integer     not null references partner,
    member_id     bigint      not null references member,
    outlet        text        not null,
    till          text        not null,
    business_date date        not null,
    number        text        not null,
    status        text        not null check (status in ('HELD', 'CAPTURED', 'VOIDED', 'EXPIRED', 'REVERSED')),
    points        bigint      not null check (points > 0),
    captured      bigint      not null check (captured between 0 and points),
    value         bigint      not null,
    currency      text        not null,
    fingerprint   bytea       not null,
    happened_at   timestamptz not null,
    recorded_at   timestamptz not null,
    expires_at    timestamptz not null,
    settled_at    timestamptz,
    unique (partner_id, number, outlet, till, business_date)
);
create sequence redemption_id;
create index redemption_of_member on redemption (member_id, happened_at);
create index redemption_timing_out on redemption (expires_at) where status = 'HELD';

-- Partitions: one a month from three years back to a year ahead; older history falls into the default one.
-- The hub's upkeep job calls this each night, so there is always a year in hand.
create function ensure_month_partitions(first_month date, last_month date) returns integer
    language plpgsql as $$
declare
    parent text;
    month  date;
    made   integer := 0;
    name   text;
begin
    foreach parent in array array['journal', 'posting', 'trace', 'purchase', 'purchase_line'] loop
        month := date_trunc('month', first_month)::date;
        while month <= last_month loop
            name := parent || '_' || to_char(month, 'YYYYMM');
            if to_regclass(name) is null then
                execute format('create table %I partition of %I for values from (%L) to (%L)',
                               name, parent, month, (month + interval '1 month')::date);
                made := made + 1;
            end if;
            month := (month + interval '1 month')::date;
        end loop;
    end loop;
    return made;
end $$;

create table journal_history partition of journal default;
create table posting_history partition of posting default;
create table trace_history partition of trace default;
create table purchase_history partition of purchase default;
create table purchase_line_history partition of purchase_line default;
select ensure_month_partitions((current_date - interval '14 months')::date, (current_date + interval '3 months')::date);
