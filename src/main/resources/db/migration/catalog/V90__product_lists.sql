-- What is sorted by and searched, folded once when it is written and not for each row of each list.
alter table product
    add column name_key text generated always as (lower(name)) stored,
    add column searched text generated always as (lower(' ' || sku || ' ' || name)) stored;

drop index product_by_name, product_by_price, product_by_age, product_by_category, product_search;

-- One for each order of the list and of a category, read forwards or backwards. A search reads along them, and finds in the
-- index itself what it looks for: a look at the row would cost five times as much.
create index product_by_name on product (visible, name_key, id) include (searched) where archived_at is null;
create index product_by_price on product (visible, price, id) include (searched) where archived_at is null;
create index product_by_age on product (visible, id) include (searched) where archived_at is null;
create index product_by_category_name on product (visible, category, name_key, id) include (searched) where archived_at is null;
create index product_by_category_price on product (visible, category, price, id) include (searched) where archived_at is null;
create index product_by_category_age on product (visible, category, id) include (searched) where archived_at is null;

-- Finds the words that few products hold. What was written lately is read row by row, so it must not become much.
create index product_search on product using gin (searched gin_trgm_ops) with (gin_pending_list_limit = 256)
 where archived_at is null;
