-- All parts of a statement come in one insert and add up to it, so that nothing can be added later.
create function statement_parts_add_up() returns trigger language plpgsql as $$
begin
    if exists (
        select from statement s
        left join (
            select statement_id, sum(lines) as lines, sum(points) as points, sum(money) as money
            from statement_sum where part = 'KIND' group by statement_id) k on k.statement_id = s.id
        where s.id in (select statement_id from added)
          and (s.lines, s.closing_points - s.opening_points, s.closing_money - s.opening_money)
              is distinct from (k.lines, k.points, k.money))
    or exists (
        select from statement_sum a
        join (
            select statement_id, part, sum(lines) as lines, sum(points) as points, sum(money) as money
            from statement_sum where part <> 'KIND' group by statement_id, part) d
            on d.statement_id = a.statement_id
        where a.statement_id in (select statement_id from added) and a.part = 'KIND' and a.key = 'ACCRUAL'
          and (a.lines, a.points, a.money) is distinct from (d.lines, d.points, d.money)) then
        raise exception 'the parts of a statement do not add up to it' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create trigger statement_parts_add_up after insert on statement_sum
    referencing new table as added for each statement execute function statement_parts_add_up();
