-- What each member is expected to be worth, worked out each night for the coalition and for each partner: lists and
-- pages read it, so that nobody fits a model while a person waits. Derived from purchases; a night later it is another.

create table lifetime_scoring (
    partner_id    integer     primary key check (partner_id >= 0),
    as_of         date,
    model         text        check (model in ('bgnbd', 'mbgnbd', 'pnbd', 'nbd')),
    identified    boolean     not null,
    valued        boolean     not null,
    upto          bigint      not null,
    scored_at     timestamptz,
    claimed_until timestamptz not null,
    check (model is not null or not (identified or valued)),
    check ((as_of is null) = (scored_at is null))
);
comment on table lifetime_scoring is
    'Whose scores: a partner''s, 0 the coalition''s. Its row is the claim of who works them out';
comment on column lifetime_scoring.as_of is 'Last day with a purchase: the end of what the models saw';
comment on column lifetime_scoring.model is 'Which one forecasts; null when there is too little history for any';
comment on column lifetime_scoring.identified is 'False: its forecasts hold, its parameters mean nothing';
comment on column lifetime_scoring.valued is 'Whether the amounts were enough to say what anybody is worth';
comment on column lifetime_scoring.upto is
    'Numbers of purchases were given up to here: more of them, and it is due before the night';

create table lifetime_score (
    partner_id  integer  not null references lifetime_scoring,
    member_id   bigint   not null,
    x           integer  not null check (x >= 0),
    first_day   date     not null,
    last_day    date     not null check (last_day >= first_day),
    as_of       date     not null check (as_of >= last_day),
    t_x         numeric  not null generated always as ((last_day - first_day) / 7.0) stored,
    t           numeric  not null generated always as ((as_of - first_day) / 7.0) stored,
    p_alive     numeric(7, 6) check (p_alive between 0 and 1),
    purchases12 numeric(12, 3) check (purchases12 >= 0),
    clv12       bigint,
    decile      smallint check (decile between 1 and 10),
    segment     text     not null check (segment ~ '^[A-Z_]+$'),
    primary key (partner_id, member_id),
    check ((x = 0) = (last_day = first_day)),
    check ((p_alive is null) = (purchases12 is null)),
    check (decile is null or clv12 is not null)
);
comment on column lifetime_score.x is 'Days of purchase after the first';
comment on column lifetime_score.t_x is 'Weeks from the first to the last purchase';
comment on column lifetime_score.t is 'Weeks from the first purchase to as_of';
comment on column lifetime_score.p_alive is
    'Probability of ever buying again, as the model says it; null without a model';
comment on column lifetime_score.purchases12 is 'Expected days of purchase of the next 52 weeks';
comment on column lifetime_score.clv12 is
    'Minor units of sales in twelve months of 4.345 weeks, discounted by 1 percent a month';
comment on column lifetime_score.decile is
    '1 is the most valuable tenth of all who have a value; null without one, or for fewer than ten';
comment on column lifetime_score.segment is 'What kind of customer this makes: shutaf.purchase.Segment';
create index lifetime_score_by_value on lifetime_score (partner_id, clv12 desc, member_id);

grant select, insert, update on lifetime_scoring to ${app_role};
grant select, insert, delete on lifetime_score to ${app_role};
do $$
declare
    t text;
begin
    foreach t in array array['lifetime_scoring', 'lifetime_score'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_rows on %I using (partner_id = (select seen_by()) '
                       || 'or (select seen_by()) = 0)', t);
    end loop;
end $$;
