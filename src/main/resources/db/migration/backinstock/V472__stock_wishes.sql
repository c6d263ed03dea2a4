-- Who wants to be told when a product can be had again. A row lives until its number is texted, or 90 days.
create table stock_wish (
    id         uuid        primary key, -- rises with the time of asking: who asked first is told first
    product_id uuid        not null,
    phone      text        not null,
    language   text        not null check (language in ('en', 'sw')),
    asked_at   timestamptz not null,
    unique (product_id, phone)
);

create index stock_wish_phone on stock_wish (phone);
create index stock_wish_asked_at on stock_wish (asked_at);
create index stock_wish_in_turn on stock_wish (product_id, id);

-- The products that somebody waits for: whoever texts or leaves a number holds the product's row, so replicas take turns.
create table wished_product (
    product_id uuid        primary key,
    next_at    timestamptz not null -- the next who asked are told then at the earliest
);
