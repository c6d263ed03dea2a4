-- The words of the products in each order of the list, so that a page of what holds a common word is read like any other.
-- A word is what stands between signs, digits and spaces, with the space before it where there is one; whatever is not
-- ASCII counts as a letter. So a search for letters alone finds in these words what it finds in the text.
create function product_words(searched text) returns setof text immutable strict parallel safe language sql as
$$ select distinct word[1] from regexp_matches(searched, '( ?[^\u0001-\u0060\u007b-\u007f]+)', 'g') as word $$;

-- What is sorted by, and what else a search looks at, is kept here too. Archived products have no rows.
create table product_word (
    word     text           collate "C" not null,
    id       uuid           not null, -- of the product
    visible  boolean        not null,
    name_key text           not null,
    price    numeric(19, 4) not null,
    category text,
    searched text           not null
);

-- The words there are, to find those that a searched one is part of. Only ever added to: a word that no product holds any
-- longer costs nothing. Two who bring a new word at once both add it, which costs less than to let them wait for each other.
create table product_vocabulary (
    word text collate "C" not null
);

-- A million products take minutes, once.
set local statement_timeout = 0;
set local maintenance_work_mem = '256MB';
insert into product_word
select word, id, visible, name_key, price, category, searched from product, product_words(searched) as word where archived_at is null;
insert into product_vocabulary select distinct word from product_word;

create index product_word_by_name on product_word (word, visible, name_key, id) include (searched, category);
create index product_word_by_price on product_word (word, visible, price, id) include (searched, category);
create index product_word_by_age on product_word (word, visible, id) include (searched, category);
create index product_vocabulary_by_word on product_vocabulary (word);
create index product_vocabulary_search on product_vocabulary using gin (word gin_trgm_ops) with (gin_pending_list_limit = 64);

-- What a statement changed of what is kept here, and no more. Each row is looked up by index: a plan is kept for as long as
-- the session lasts, and the first statement may have brought thousands of products.
create function note_product_words() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    if tg_op = 'UPDATE' then
        delete from product_word w
         using (select id, visible, name_key, price, category, searched from gone where archived_at is null
                except
                select id, visible, name_key, price, category, searched from arrived where archived_at is null) p,
               product_words(p.searched) as held
         where w.word = held and w.visible = p.visible and w.id = p.id;
        insert into product_word
        select word, id, visible, name_key, price, category, searched
          from (select id, visible, name_key, price, category, searched from arrived where archived_at is null
                except
                select id, visible, name_key, price, category, searched from gone where archived_at is null) p,
               product_words(p.searched) as word;
    elsif tg_op = 'DELETE' then
        delete from product_word w
         using gone p, product_words(p.searched) as held
         where w.word = held and w.visible = p.visible and w.id = p.id;
        return null;
    else
        insert into product_word
        select word, id, visible, name_key, price, category, searched from arrived p, product_words(p.searched) as word where archived_at is null;
    end if;
    insert into product_vocabulary
    select word from (select distinct word from arrived p, product_words(p.searched) as word where archived_at is null) brought
     where not exists (select from product_vocabulary known where known.word = brought.word);
    return null;
end $$;

create trigger product_words_in after insert on product
    referencing new table as arrived for each statement execute function note_product_words();
create trigger product_words_again after update on product
    referencing old table as gone new table as arrived for each statement execute function note_product_words();
create trigger product_words_out after delete on product
    referencing old table as gone for each statement execute function note_product_words();
