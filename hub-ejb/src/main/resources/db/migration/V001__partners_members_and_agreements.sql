-- Who is in the coalition: partners with outlets and dated agreements, members with identifiers.
-- Row-level security is on from the first table: the application role sees only rows of the partner named in the
-- transaction-local setting hub.partner; 0 is the hub itself; unset or empty sees nothing.

create extension if not exists pg_trgm;

create function seen_by() returns integer
    language sql stable parallel safe
    return nullif(current_setting('hub.partner', true), '')::integer;

create table programme (
    id                        smallint primary key check (id = 1),
    currency                  text     not null check (currency ~ '^[A-Z]{3}$'),
    value_per_100_points      bigint   not null check (value_per_100_points > 0),
    hold_minutes              integer  not null check (hold_minutes > 0),
    return_grace_days         integer  not null
);
comment on column programme.value_per_100_points is 'What 100 points buy, in minor units';
insert into programme values (1, 'ILS', 500, 15, 400);

create table partner (
    id             integer primary key check (id > 0),
    code           text        not null unique check (code ~ '^[A-Z][A-Z0-9]{1,15}$'),
    name_he        text        not null,
    name_en        text        not null,
    issuer         boolean     not null,
    acceptor       boolean     not null,
    funding        text        not null check (funding in ('PREPAID', 'POSTPAID')),
    status         text        not null check (status in ('ACTIVE', 'SUSPENDED')),
    takes_history  boolean     not null,
    charset        text        not null,
    client_id      text        not null unique,
    organisation   text        not null unique,
    created_at     timestamptz not null
);
create sequence partner_id;

create table outlet (
    partner_id integer not null references partner,
    code       text    not null check (code ~ '^[A-Za-z0-9._-]{1,32}$'),
    name_he    text    not null,
    name_en    text    not null,
    primary key (partner_id, code)
);

-- Rates in force from a day on; the latest approved row with valid_from <= the business day counts.
create table partner_agreement (
    id                      bigint primary key,
    partner_id              integer     not null references partner,
    valid_from              date        not null,
    points_per_unit         integer     not null check (points_per_unit >= 0),
    price_per_100_points    bigint      not null check (price_per_100_points >= 0),
    refund_per_100_points   bigint      not null check (refund_per_100_points >= 0),
    pending_days            integer     not null check (pending_days >= 0),
    expiry_months           integer     not null check (expiry_months > 0),
    excluded_categories     text        not null,
    clawback                text        not null check (clawback in ('ONLY_PENDING', 'WITHIN_BALANCE', 'UNLIMITED')),
    debt_cap                bigint      not null check (debt_cap >= 0),
    status                  text        not null check (status in ('PROPOSED', 'APPROVED', 'REJECTED')),
    proposed_by             text        not null,
    proposed_at             timestamptz not null,
    decided_by              text,
    decided_at              timestamptz,
    constraint four_eyes check (decided_by is null or decided_by <> proposed_by),
    constraint decided check ((status = 'PROPOSED') = (decided_by is null))
);
create sequence agreement_id;
create unique index one_approved_agreement_per_day
    on partner_agreement (partner_id, valid_from) where status = 'APPROVED';

-- Bonus rules on top of the agreement's base rate; a changed rule is a new version, never an edited row.
create table earn_rule (
    id              bigint primary key,
    partner_id      integer not null references partner,
    name            text    not null,
    version         integer not null check (version > 0),
    stacking_group  text    not null,
    priority        integer not null,
    valid_from      timestamptz not null,
    valid_to        timestamptz not null,
    weekdays        text    not null,
    category        text,
    points_per_unit integer not null check (points_per_unit > 0),
    cap_per_receipt bigint check (cap_per_receipt > 0),
    unique (partner_id, name, version),
    check (valid_to > valid_from)
);
create sequence earn_rule_id;

create table points_pack (
    id          bigint primary key,
    partner_id  integer     not null references partner,
    points      bigint      not null check (points > 0),
    price       bigint      not null check (price >= 0),
    bought_on   date        not null,
    valid_to    date,
    recorded_at timestamptz not null,
    actor       text        not null
);
create sequence pack_id;

create table member (
    id          bigint primary key,
    first_name  text        not null,
    last_name   text        not null,
    language    text        not null check (language in ('he', 'en')),
    status      text        not null check (status in ('ACTIVE', 'BLOCKED', 'ERASED')),
    tier        text        not null,
    enrolled_by integer     not null references partner,
    enrolled_at timestamptz not null,
    full_name   text        not null generated always as (lower(first_name || ' ' || last_name)) stored
);
create sequence member_id;
create index member_name_search on member using gin (full_name gin_trgm_ops);

-- partner_id is 0 for schemes of the whole programme and the partner's for PARTNER_CUSTOMER.
create table identifier (
    scheme     text    not null check (scheme in ('CARD', 'PHONE', 'EMAIL', 'NATIONAL_ID', 'PARTNER_CUSTOMER')),
    partner_id integer not null,
    value      text    not null,
    member_id  bigint  not null references member,
    since      timestamptz not null,
    primary key (scheme, partner_id, value)
);
create index identifier_of_member on identifier (member_id);
create index identifier_prefix on identifier (value text_pattern_ops);

create table consent (
    id          bigint primary key,
    member_id   bigint      not null references member,
    partner_id  integer     not null references partner,
    purpose     text        not null,
    channel     text        not null,
    granted     boolean     not null,
    wording     text        not null,
    recorded_at timestamptz not null
);
create sequence consent_id;
create index consent_of_member on consent (member_id, recorded_at);

-- A partner may see a member from the first dealing or enrolment on.
create table member_partner (
    member_id  bigint      not null references member,
    partner_id integer     not null references partner,
    since      timestamptz not null,
    primary key (member_id, partner_id)
);
create index member_of_partner on member_partner (partner_id, member_id);

-- First answers of writes that came with an Idempotency-Key but have no business key of their own.
create table answered_request (
    partner_id  integer     not null references partner,
    request_key text        not null,
    fingerprint bytea       not null,
    answer      text        not null,
    recorded_at timestamptz not null,
    primary key (partner_id, request_key)
);
