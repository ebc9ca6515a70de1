-- A repeat of a hold or of a later step is answered as the first time, balance included.
alter table redemption
    add column hold_balance    bigint not null default 0,
    add column settled_balance bigint not null default 0;
comment on column redemption.hold_balance is 'Spendable points after the hold, as answered';
comment on column redemption.settled_balance is 'Spendable points after the last step, as answered';
