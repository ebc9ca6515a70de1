-- Who did what, when and to whom: entries are only added, and each carries the hash of the one before it on its day, so
-- that none can be changed, dropped from between or slipped in without every later hash of the day telling.
create table audit_entry (
    day        date        not null,
    number     bigint      not null,
    at         timestamptz not null,
    actor      text        not null check (actor <> ''),
    deed       text        not null,
    partner_id integer,
    member_id  bigint,
    subject    text        not null,
    detail     text        not null,
    hash       bytea       not null check (octet_length(hash) = 32),
    primary key (day, number)
);
comment on column audit_entry.day is 'Day in Asia/Jerusalem; a chain of its own';
comment on column audit_entry.subject is
    'What it was done to, by its own number; never a name or identifier of a person';
create index audit_of_member on audit_entry (member_id, at) where member_id is not null;

create function audit_hash(before bytea, e audit_entry) returns bytea language sql stable as $$
    select sha256(before || convert_to(jsonb_build_array(
        e.day, e.number, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), e.actor, e.deed,
        e.partner_id, e.member_id, e.subject, e.detail)::text, 'UTF8'))
$$;

-- Number and hash are the database's: the application cannot choose them.
create function audit_entries_chain() returns trigger language plpgsql as $$
declare
    last audit_entry;
begin
    new.day := (new.at at time zone 'Asia/Jerusalem')::date;
    -- One after the other until the commit: the next entry needs this one's hash.
    perform pg_advisory_xact_lock(hashtextextended('audit ' || new.day, 0));
    select * into last from audit_entry where day = new.day order by number desc limit 1;
    new.number := coalesce(last.number, 0) + 1;
    new.hash := audit_hash(coalesce(last.hash, ''::bytea), new);
    return new;
end $$;
create trigger audit_entries_chain before insert on audit_entry
    for each row execute function audit_entries_chain();

create function audit_only_grows() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail only grows: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger audit_only_grows before update or delete on audit_entry
    for each row execute function audit_only_grows();

grant select, insert on audit_entry to ${app_role};
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy hub_only on audit_entry using ((select seen_by()) = 0);
