create table product (
    id          uuid           primary key,
    sku         text           not null,
    name        text           not null,
    description text           not null,
    price       numeric(19, 4) not null check (price >= 0),
    category    text,
    visible     boolean        not null,
    version     integer        not null,
    created_at  timestamptz    not null,
    archived_at timestamptz
);

-- An archived product keeps its row for the orders that name it; its SKU may be used again.
create unique index product_sku on product (sku) where archived_at is null;

-- One for each order of the list, read forwards or backwards, and one for a category.
create index product_by_name on product (visible, lower(name), id) where archived_at is null;
create index product_by_price on product (visible, price, id) where archived_at is null;
create index product_by_age on product (visible, id) where archived_at is null;
create index product_by_category on product (visible, category, lower(name), id) where archived_at is null;

-- Finds a part of an SKU or a name; the text is the one that ProductViewStore asks about.
create index product_search on product using gin ((' ' || sku || ' ' || name) gin_trgm_ops) where archived_at is null;
