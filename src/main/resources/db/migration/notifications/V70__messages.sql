-- Every text there is or was. Ids rise with the time of queueing, so newest first is the primary key read backwards.
create table message (
    id         uuid        primary key,
    order_id   uuid,
    occasion   text        not null,
    phone      text, -- phone and body are null once the customer is erased
    body       text,
    status     text        not null check (status in ('queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'dead')),
    attempts   smallint    not null default 0,
    due_at     timestamptz, -- when to try, or when the one who is sending counts as lost; null if nothing is left to do
    queued_at  timestamptz not null,
    sent_at    timestamptz,
    gateway    text,
    gateway_id text,
    cost       text,
    detail     text
);

-- One text for each occasion in an order's life, whatever is retried. Also finds the texts about an order.
create unique index message_once on message (order_id, occasion) where order_id is not null;
-- What waits: short, however many texts there have been.
create index message_waiting on message (due_at) where due_at is not null;
-- What delivery reports are matched by.
create index message_at_gateway on message (gateway_id) where gateway_id is not null;
-- For the list of one status. The waiting have an index already, and the delivered are so many that the newest are near:
-- so a text of the phone screen, queued and delivered, never touches this one.
create index message_by_status on message (status, id) where status in ('sent', 'failed', 'unknown', 'dead');
