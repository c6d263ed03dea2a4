-- When an order was put on paper. It is part of the timeline and changes nothing of the order, so it takes no version of it.
create table order_print (
    id       uuid        primary key,
    order_id uuid        not null,
    what     text        not null check (what in ('slip', 'receipt', 'pick-list')),
    by_whom  text        not null,
    at       timestamptz not null
);

create index order_print_by_order on order_print (order_id);
