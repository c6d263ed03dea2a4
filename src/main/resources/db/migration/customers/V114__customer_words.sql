-- The words of customers, so that those who share a few of them are looked up at once. A word is what stands between signs,
-- digits and spaces, with the space before it where there is one; whatever is not ASCII counts as a letter.
create function customer_words(searched text) returns setof text immutable strict parallel safe language sql as
$$ select distinct word[1] from regexp_matches(searched, '( ?[^\u0001-\u0060\u007b-\u007f]+)', 'g') as word $$;

-- What a customer can be looked up by exactly: the same words without the space.
create function customer_terms(searched text) returns text[] immutable parallel safe language sql
return array_remove(regexp_split_to_array(searched, '[\u0001-\u0060\u007b-\u007f]+'), '');

-- Every word that some customer has, to find those that a searched one is part of. It may be there more than once.
create table customer_vocabulary (
    word text collate "C" not null
);

set local statement_timeout = 0;
insert into customer_vocabulary
select distinct word from customer, customer_words(searched) as word where erased_at is null;
create index customer_vocabulary_by_word on customer_vocabulary (word);
create index customer_vocabulary_search on customer_vocabulary using gin (word gin_trgm_ops) with (gin_pending_list_limit = 64);

-- What was written lately is read row by row, so it must not become much.
create index customer_by_terms on customer using gin (customer_terms(searched)) with (gin_pending_list_limit = 256)
 where erased_at is null;

-- Whether anybody has the word. One that many have is soon come across, one that few have is looked up.
create function some_customer_has(asked text) returns boolean stable language plpgsql as $$
begin
    return exists (select from (select searched from customer where erased_at is null order by id desc limit 1000) c
                    where searched like '%' || asked || '%')
        or exists (select from (select searched from customer where erased_at is null and customer_terms(searched) && array[ltrim(asked)] offset 0) c
                    where searched like '%' || asked || '%');
end $$;

-- A name is personal, so a word goes when nobody has it any more. Who brings customers lets nobody take words away until they
-- are there: any number will do that nobody else takes advisory locks on.
create function note_customer_words() returns trigger language plpgsql set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    if tg_op = 'UPDATE' then
        if exists (select from gone g join arrived a using (id), customer_words(g.searched) as word
                    where g.searched is distinct from a.searched and not some_customer_has(word)) then
            perform pg_advisory_xact_lock(8130004);
            delete from customer_vocabulary
             where word in (select word from gone, customer_words(searched) as word) and not some_customer_has(word);
        end if;
    end if;
    perform pg_advisory_xact_lock_shared(8130004);
    insert into customer_vocabulary
    select word from (select distinct word from arrived, customer_words(searched) as word where erased_at is null) brought
     where not exists (select from customer_vocabulary known where known.word = brought.word);
    return null;
end $$;

create trigger customer_words_in after insert on customer
    referencing new table as arrived for each statement execute function note_customer_words();
create trigger customer_words_again after update on customer
    referencing old table as gone new table as arrived for each statement execute function note_customer_words();
