-- Delivery reports that belong to no text yet: they may come before the gateway's own answer, which tells its id, is written
-- down, or in place of it. Few and short-lived.
create table delivery_report (
    gateway_id  text        not null,
    phone       text        not null,
    status      text check (status in ('sent', 'delivered', 'failed')), -- null if the gateway's word for it is unknown
    detail      text,
    received_at timestamptz not null
);

create index delivery_report_by_id on delivery_report (gateway_id);
