-- The words of customers, latest customer first, so that those who have a common word, or several, are read along a list.
create table customer_word (
    word     text collate "C" not null,
    id       uuid not null, -- of the customer
    searched text not null
);

-- A million customers take a minute, once.
set local statement_timeout = 0;
set local maintenance_work_mem = '256MB';
insert into customer_word
select word, id, searched from customer, customer_words(searched) as word where erased_at is null;
create index customer_word_by_age on customer_word (word, id) include (searched);

-- A name is personal, so a word goes from the vocabulary with the last customer who has it. Who brings customers lets nobody
-- take words away until they are there: any number will do that nobody else takes advisory locks on.
create or replace function note_customer_words() returns trigger language plpgsql
   set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    lost text[];
begin
    if tg_op = 'UPDATE' then
        delete from customer_word w
         using (select id, searched from gone where erased_at is null
                except
                select id, searched from arrived where erased_at is null) c,
               customer_words(c.searched) as held
         where w.word = held and w.id = c.id;
        insert into customer_word
        select word, id, searched
          from (select id, searched from arrived where erased_at is null
                except
                select id, searched from gone where erased_at is null) c,
               customer_words(c.searched) as word;
        lost := array(select held
                        from (select distinct held from gone g join arrived a using (id), customer_words(g.searched) as held
                               where (g.searched, g.erased_at is null) is distinct from (a.searched, a.erased_at is null)) h
                       where not exists (select from customer_word w where w.word = held));
        if cardinality(lost) > 0 then
            perform pg_advisory_xact_lock(8130004);
            delete from customer_vocabulary v
             where v.word = any (lost) and not exists (select from customer_word w where w.word = v.word);
        end if;
    else
        insert into customer_word
        select word, id, searched from arrived, customer_words(searched) as word where erased_at is null;
    end if;
    perform pg_advisory_xact_lock_shared(8130004);
    insert into customer_vocabulary
    select word from (select distinct word from arrived, customer_words(searched) as word where erased_at is null) brought
     where not exists (select from customer_vocabulary known where known.word = brought.word);
    return null;
end $$;

drop function some_customer_has(text);
