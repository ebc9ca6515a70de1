-- How much of its sales a partner keeps after the cost of goods, from a day on: customer value is margin, not turnover.
-- A partner without a row counts at 100 percent, as the published models do. The latest row of a day holds; none is
-- changed, so that a report of an earlier time can be explained.
create table partner_margin (
    partner_id   integer     not null references partner,
    valid_from   date        not null,
    recorded_at  timestamptz not null,
    basis_points integer     not null check (basis_points between 0 and 10000),
    actor        text        not null check (actor <> ''),
    primary key (partner_id, valid_from, recorded_at)
);
comment on column partner_margin.basis_points is '2500 is 25 percent of sales, VAT included';

grant select, insert on partner_margin to ${app_role};
alter table partner_margin enable row level security;
alter table partner_margin force row level security;
create policy own_rows on partner_margin using (partner_id = (select seen_by()) or (select seen_by()) = 0);
