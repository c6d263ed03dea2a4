-- Half of each page is left free, so that the many updates of a level stay on its page and touch no index.
create table stock_level (
    product_id uuid    primary key,
    on_hand    integer not null check (on_hand between 0 and 1000000000),
    reserved   integer not null check (reserved >= 0),
    constraint stock_not_oversold check (reserved <= on_hand)
) with (fillfactor = 50);

-- The ledger: the deltas of a product always add up to its level. The key forbids booking one cause twice.
create table stock_movement (
    product_id     uuid        not null,
    cause_id       uuid        not null,
    kind           text        not null,
    on_hand_delta  integer     not null,
    reserved_delta integer     not null,
    order_id       uuid,
    reason         text,
    moved_by       text        not null,
    moved_at       timestamptz not null,
    primary key (product_id, cause_id)
);

-- What other modules may read of stock in their own queries.
create view product_stock as
select product_id, on_hand, reserved, on_hand - reserved as available from stock_level;
