-- The check that decider and proposer differ is worth little while either name, or the rates themselves, can still be
-- edited: an agreement comes in as a proposal, is decided once, and nothing else of it ever changes.
alter table partner_agreement drop constraint four_eyes;
alter table partner_agreement add constraint four_eyes
    check (decided_by is null or lower(decided_by) <> lower(proposed_by));

create function agreements_are_decided_once() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        if new.status <> 'PROPOSED' then
            raise exception 'rates come in as a proposal; a second person approves them'
                using errcode = 'insufficient_privilege';
        end if;
        return new;
    end if;
    if tg_op = 'UPDATE' and old.status = 'PROPOSED'
            and to_jsonb(new) - array['status', 'decided_by', 'decided_at']
              = to_jsonb(old) - array['status', 'decided_by', 'decided_at'] then
        return new;
    end if;
    raise exception 'agreed rates never change: % refused; propose rates from another day on', tg_op
        using errcode = 'insufficient_privilege';
end $$;
create trigger agreements_are_decided_once before insert or update or delete on partner_agreement
    for each row execute function agreements_are_decided_once();
