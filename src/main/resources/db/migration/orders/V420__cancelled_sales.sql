-- Sales that were rung up at a counter without a line, could not be fulfilled once it was back, and were given up: goods or
-- money may have changed hands, so it stays on record who gave up what, and why.
create table cancelled_sale (
    id           uuid           primary key, -- a hash of the seller and of the key that the till gave the sale
    goods        text           not null,
    total        numeric(19, 4) not null,
    reason       text           not null,
    rung_up_at   timestamptz    not null,
    cancelled_by text           not null,
    cancelled_at timestamptz    not null
);

create index cancelled_sale_latest on cancelled_sale (cancelled_at desc, id desc);
