-- What is searched, folded once when it is written and not for each row of each search.
alter table customer
    add column searched text generated always as (lower(' ' || code || ' ' || name || ' ' || coalesce(phone, ''))) stored;

drop index customer_search;

-- The list, and along it the words that many customers share; then the words that few do.
-- What was written lately is read row by row there, so it must not become much.
create index customer_by_age on customer (id) include (searched) where erased_at is null;
create index customer_search on customer using gin (searched gin_trgm_ops) with (gin_pending_list_limit = 256)
 where erased_at is null;
