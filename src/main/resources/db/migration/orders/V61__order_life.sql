-- A voided order leaves every list and report, and stays in the audit trail.
alter table orders add column voided_at timestamptz;

alter table order_line add column returned integer not null default 0;
alter table order_line add check (returned between 0 and fulfilled);
