-- What a product is called and described as to readers of Swahili; null for its own words.
alter table product
    add column name_sw text,
    add column description_sw text;

-- Products are found by both names. A million of them take some minutes, once.
set local statement_timeout = 0;
set local maintenance_work_mem = '256MB';
alter table product
    alter column words set expression as (search_vector(coalesce(name || ' ' || name_sw, name), array[sku] || barcodes, category));
analyze product;
