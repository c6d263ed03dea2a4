-- The codes that a scanner reads from a product, and at how many available units it counts as low; null for what is usual here.
alter table product
    add column barcodes text[] not null default '{}',
    add column low_at integer check (low_at between 0 and 1000000000);

-- A barcode is of one product, as long as that is not archived. Whoever writes a product claims its codes before its SKU.
create table product_barcode (
    barcode    text collate "C" primary key,
    product_id uuid not null
);

create index product_barcode_by_product on product_barcode (product_id);

-- Products are found by their barcodes too. A million of them take some minutes, once.
set local statement_timeout = 0;
set local maintenance_work_mem = '256MB';
alter table product drop column words;
alter table product add column words tsvector generated always as (search_vector(name, array[sku] || barcodes, category)) stored;
create index product_by_words on product using gin (words) with (gin_pending_list_limit = 256) where archived_at is null;
analyze product;
