-- What was kept for the search before: a list of the customers of each word, and the words alone.
drop trigger customer_words_in on customer;
drop trigger customer_words_again on customer;
drop function note_customer_words();
drop table customer_word, customer_vocabulary;
drop index customer_by_terms;
drop function customer_terms(text), customer_words(text);

-- A million customers take some minutes, once.
set local statement_timeout = 0;
set local maintenance_work_mem = '256MB';
alter table customer
    drop column searched,
    add column words tsvector generated always as (case when erased_at is null then search_vector(name, array[code, phone], null) end) stored;

create index customer_by_age on customer (id) where erased_at is null;
-- What was written lately is read row by row, so it must not become much.
create index customer_by_words on customer using gin (words) with (gin_pending_list_limit = 256) where erased_at is null;

insert into search_word (realm, word)
select distinct 'customer', word from customer, unnest(search_names(words)) as word where erased_at is null;

-- A name is personal, so a word goes from the vocabulary with the last customer who has it. Who brings customers lets nobody
-- take words away until they are there: any number will do that nobody else takes advisory locks on.
create function learn_customer_words() returns trigger language plpgsql as $$
declare
    lost text[];
begin
    if tg_op = 'UPDATE' then
        lost := array(select distinct word from gone g join arrived a using (id), unnest(search_names(g.words)) as word
                       where not coalesce(a.words @@ quote_literal(word)::tsquery, false)
                         and not exists (select from customer c where c.erased_at is null and c.words @@ quote_literal(word)::tsquery));
        if cardinality(lost) > 0 then
            perform pg_advisory_xact_lock(8130004);
            delete from search_word v
             where v.realm = 'customer' and v.word = any (lost)
               and not exists (select from customer c where c.erased_at is null and c.words @@ quote_literal(v.word)::tsquery);
        end if;
    end if;
    perform pg_advisory_xact_lock_shared(8130004);
    perform search_learn('customer', array(select distinct word from arrived, unnest(search_names(words)) as word where erased_at is null));
    return null;
end $$;

create trigger customer_words_in after insert on customer
    referencing new table as arrived for each statement execute function learn_customer_words();
create trigger customer_words_again after update on customer
    referencing old table as gone new table as arrived for each statement execute function learn_customer_words();
