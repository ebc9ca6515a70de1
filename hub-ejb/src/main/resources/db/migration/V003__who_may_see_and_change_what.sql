-- The application role owns nothing. Books can only be added to; partners see only their own rows.

create function books_only_grow() returns trigger language plpgsql as $$
begin
    raise exception 'the books only grow: % on % refused; post a correcting journal', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create trigger books_only_grow before update or delete on journal for each row execute function books_only_grow();
create trigger books_only_grow before update or delete on posting for each row execute function books_only_grow();
create trigger books_only_grow before update or delete on trace for each row execute function books_only_grow();

grant usage on schema public to ${app_role};
grant usage on all sequences in schema public to ${app_role};
grant select, insert on all tables in schema public to ${app_role};
grant update on partner, outlet, partner_agreement, earn_rule, member, identifier, balance, lot, recovery_debt,
    purchase, redemption to ${app_role};
grant delete on identifier to ${app_role};
revoke all on flyway_schema_history from ${app_role};
do $$
declare
    part regclass;
begin
    -- Partitions are reached through their parent only: on the partition itself no policy would apply.
    for part in select inhrelid::regclass from pg_inherits join pg_class c on c.oid = inhrelid
                where c.relkind = 'r' loop
        execute format('revoke all on %s from ${app_role}', part);
    end loop;
end $$;

do $$
declare
    t text;
begin
    -- Rows that belong to one partner.
    foreach t in array array['outlet', 'partner_agreement', 'earn_rule', 'points_pack', 'journal', 'posting',
                             'trace', 'purchase', 'purchase_line', 'redemption', 'answered_request', 'consent'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_rows on %I using (partner_id = (select seen_by()) '
                       || 'or (select seen_by()) = 0)', t);
    end loop;
    -- Rows of the shared members: the hub's alone.
    foreach t in array array['identifier', 'balance', 'lot', 'recovery_debt'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy hub_only on %I using ((select seen_by()) = 0)', t);
    end loop;
    foreach t in array array['partner', 'member', 'member_partner', 'programme'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
    end loop;
end $$;

create policy own_row on partner using (id = (select seen_by()) or (select seen_by()) = 0);
create policy own_row on member_partner using (partner_id = (select seen_by()) or (select seen_by()) = 0);
create policy known_here on member using ((select seen_by()) = 0
    or exists (select 1 from member_partner d where d.member_id = member.id and d.partner_id = (select seen_by())));
create policy anyone_inside on programme using ((select seen_by()) is not null);
