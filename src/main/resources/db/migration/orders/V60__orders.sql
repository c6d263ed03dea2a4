create table orders (
    id          uuid           primary key,
    number      text           not null unique,
    status      text           not null check (status in ('pending', 'accepted', 'rejected', 'fulfilled', 'cancelled', 'returned')),
    customer_id uuid,
    total       numeric(19, 4) not null check (total >= 0),
    note        text           not null,
    reference   text,
    ordered_at  timestamptz    not null,
    placed_at   timestamptz    not null,
    placed_by   text           not null,
    version     integer        not null
);

create unique index orders_reference on orders (reference) where reference is not null;
create index orders_by_time on orders (ordered_at, id);
create index orders_by_status on orders (status, ordered_at, id);
create index orders_by_customer on orders (customer_id, ordered_at, id) where customer_id is not null;

create table order_line (
    order_id    uuid           not null,
    line_number smallint       not null,
    product_id  uuid,
    sku         text,
    item        text           not null,
    quantity    integer        not null check (quantity > 0),
    amount      numeric(19, 4) not null check (amount >= 0),
    fulfilled   integer        not null default 0 check (fulfilled between 0 and quantity),
    primary key (order_id, line_number)
);

create table order_event (
    order_id uuid        not null,
    seq      smallint    not null,
    event    text        not null,
    by_whom  text        not null,
    detail   text,
    at       timestamptz not null,
    primary key (order_id, seq)
);
