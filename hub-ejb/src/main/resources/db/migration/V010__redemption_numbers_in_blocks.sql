-- Numbers of redemptions are taken 500 at a time, as those of journals, lots and receipts are.
alter sequence redemption_id increment by 500;
