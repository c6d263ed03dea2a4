-- What a product is called and described as to readers of Swahili; null for its own words.
alter table product
    add column name_sw text,
    add column description_sw text;

-- Products are found by both names. A million of them take some minutes, once.
set local statement_timeout = 0;
set local maintenance_work_mem = '256MB';
alter table product drop column words;
alter table product add column words tsvector generated always as (search_vector(coalesce(name || ' ' || name_sw, name), array[sku] || barcodes, category)) stored;
create index product_by_words on product using gin (words) with (gin_pending_list_limit = 256) where archived_at is null;
analyze product;
