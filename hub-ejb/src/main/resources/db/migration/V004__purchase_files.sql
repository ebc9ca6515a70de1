-- Purchase files of partners: which file has which place in the partner's sequence, how far it is posted, what came
-- of it. One taken file per sequence; a rejected file takes no place, so it can be sent again.

create table partner_file (
    id             bigint primary key,
    partner_id     integer     not null references partner,
    sequence       integer     check (sequence > 0),
    sha256         bytea       not null check (octet_length(sha256) = 32),
    name           text        not null,
    bytes          bigint      not null check (bytes >= 0),
    status         text        not null check (status in ('POSTING', 'DONE', 'TESTED', 'REJECTED')),
    code           text        not null,
    reason         text        not null,
    taken_at       timestamptz not null,
    finished_at    timestamptz,
    holder         text        not null,
    held_until     timestamptz not null,
    lines          bigint      not null,
    receipts       bigint      not null,
    accrued        bigint      not null,
    unclaimed      bigint      not null,
    returned       bigint      not null,
    waiting        bigint      not null,
    refused        bigint      not null,
    rejected       bigint      not null,
    points_earned  bigint      not null,
    points_back    bigint      not null,
    input_bytes    bigint      not null,
    handback_bytes bigint      not null,
    rejects_bytes  bigint      not null,
    constraint taken_in_sequence check (status not in ('POSTING', 'DONE') or sequence is not null),
    constraint finished check ((status = 'POSTING') = (finished_at is null))
);
comment on column partner_file.holder is 'The server that posts it, until held_until unless it says so again';
comment on column partner_file.input_bytes is 'Restart point: bytes of the file whose receipts are posted';
comment on column partner_file.handback_bytes is 'Restart point: bytes of the handback that tell of these receipts';
create sequence partner_file_id;
create unique index one_file_per_sequence on partner_file (partner_id, sequence)
    where status in ('POSTING', 'DONE');
create index partner_file_latest on partner_file (partner_id, id desc);

grant select, insert, update on partner_file to ${app_role};
grant usage on sequence partner_file_id to ${app_role};
alter table partner_file enable row level security;
alter table partner_file force row level security;
create policy own_rows on partner_file using (partner_id = (select seen_by()) or (select seen_by()) = 0);
