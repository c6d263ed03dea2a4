-- What was kept for the search before: a list of the products of each word, in each order, and the words alone.
drop trigger product_words_in on product;
drop trigger product_words_again on product;
drop trigger product_words_out on product;
drop function note_product_words();
drop table product_word, product_vocabulary;
drop index product_by_terms;
drop function product_terms(text, text), product_words(text);

-- A million products take some minutes, once. The lists are made again without the text that was searched along them.
set local statement_timeout = 0;
set local maintenance_work_mem = '256MB';
alter table product
    drop column searched,
    add column words tsvector generated always as (search_vector(name, array[sku], category)) stored;

create index product_by_name on product (visible, name_key, id) where archived_at is null;
create index product_by_price on product (visible, price, id) where archived_at is null;
create index product_by_age on product (visible, id) where archived_at is null;
create index product_by_category_name on product (visible, category, name_key, id) where archived_at is null;
create index product_by_category_price on product (visible, category, price, id) where archived_at is null;
create index product_by_category_age on product (visible, category, id) where archived_at is null;

-- What was written lately is read row by row, so it must not become much.
create index product_by_words on product using gin (words) with (gin_pending_list_limit = 256) where archived_at is null;

insert into search_word (realm, word)
select distinct 'product', word from product, unnest(search_names(words)) as word where archived_at is null;

-- Words are only ever added: one that no product holds any longer leads to nothing and costs nothing.
create function learn_product_words() returns trigger language plpgsql as $$
begin
    perform search_learn('product', array(select distinct word from arrived, unnest(search_names(words)) as word where archived_at is null));
    return null;
end $$;

create trigger product_words_in after insert on product
    referencing new table as arrived for each statement execute function learn_product_words();
create trigger product_words_again after update on product
    referencing new table as arrived for each statement execute function learn_product_words();
