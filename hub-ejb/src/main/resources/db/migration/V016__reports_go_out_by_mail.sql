-- Reports that the operator's people ordered to be sent: what, of whom, to which role, how often. What is due becomes a
-- sending, once for each order and due day; each recipient of a sending has a letter of its own, so that a run that is
-- repeated, interrupted or done by two servers sends nobody again what was recorded as sent.
create table mailing (
    id           bigint generated always as identity primary key,
    report       text        not null check (report ~ '^[a-z]{3,32}$'),
    partner_id   integer references partner,
    role         text        not null
        check (role in ('OPERATOR_ADMIN', 'ACCOUNT_MANAGER', 'AUDITOR', 'PARTNER_MANAGER')),
    language     text        not null check (language in ('he', 'en')),
    form         text        not null check (form in ('PDF', 'XLSX')),
    rhythm       text        not null check (rhythm in ('WEEKLY', 'MONTHLY')),
    ordered_by   text        not null check (ordered_by <> ''),
    ordered_at   timestamptz not null,
    next_due     date        not null,
    cancelled_by text,
    cancelled_at timestamptz,
    check ((cancelled_by is null) = (cancelled_at is null)),
    -- Whoever works for one partner reads that partner's figures only.
    check (role <> 'PARTNER_MANAGER' or partner_id is not null)
);
comment on column mailing.partner_id is 'Whose figures; null for the whole coalition';
comment on column mailing.next_due is 'Day in Asia/Jerusalem whose sending begins at 06:00';
create index mailing_due on mailing (next_due) where cancelled_at is null;

create table mailing_sending (
    mailing_id bigint      not null references mailing,
    due        date        not null,
    tries      integer     not null default 0,
    next_try   timestamptz not null,
    left_out   integer     not null default 0,
    obstacle   text,
    ended_at   timestamptz,
    primary key (mailing_id, due)
);
comment on column mailing_sending.left_out is 'People who have the role but are disabled or have no address';
comment on column mailing_sending.obstacle is 'Why the last try did not reach everybody';
create index sending_open on mailing_sending (next_try) where ended_at is null;

create table mailing_letter (
    mailing_id bigint not null,
    due        date   not null,
    recipient  text   not null,
    claimed_at timestamptz,
    sent_at    timestamptz,
    obstacle   text,
    primary key (mailing_id, due, recipient),
    foreign key (mailing_id, due) references mailing_sending
);
comment on column mailing_letter.recipient is 'Login name; the address is asked for at each try';

create function sent_letters_stay() returns trigger language plpgsql as $$
begin
    raise exception 'what was sent stays recorded: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger sent_letters_stay before update or delete on mailing_letter
    for each row when (old.sent_at is not null) execute function sent_letters_stay();

grant select, insert on mailing, mailing_sending, mailing_letter to ${app_role};
grant update (next_due, cancelled_by, cancelled_at) on mailing to ${app_role};
grant update on mailing_sending, mailing_letter to ${app_role};
grant delete on mailing_letter to ${app_role};
do $$
declare
    t text;
begin
    foreach t in array array['mailing', 'mailing_sending', 'mailing_letter'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy hub_only on %I using ((select seen_by()) = 0)', t);
    end loop;
end $$;
