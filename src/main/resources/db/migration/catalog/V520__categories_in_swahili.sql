-- What a product's category is called to readers of Swahili; null for the category itself.
alter table product
    add column category_sw text;

-- One name for each category is read with the list of categories.
create index product_by_category_sw on product (category, category_sw) where archived_at is null and visible and category_sw is not null;
