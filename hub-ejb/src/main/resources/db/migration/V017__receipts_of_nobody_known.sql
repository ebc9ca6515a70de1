-- Which share of all sales members bring is asked of a report over any days: the members' part is kept by day, and this
-- index holds the rest, so that no report reads fifty million receipts for one sum.
create index purchase_of_nobody on purchase (partner_id, business_date) include (total)
    where member_id is null and kind = 'SALE';
