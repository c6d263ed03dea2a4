-- What a product can be looked up by exactly: its words, as product_words makes them but without the space before them, and its
-- category behind a sign that no word holds.
create function product_terms(searched text, category text) returns text[] immutable parallel safe language sql
return array_append(array_remove(regexp_split_to_array(searched, '[\u0001-\u0060\u007b-\u007f]+'), ''), '=' || category);

-- Finds the few products that are in the lists of several words, or of a word and a category.
-- What was written lately is read row by row, so it must not become much.
set local statement_timeout = 0;
create index product_by_terms on product using gin (product_terms(searched, category)) with (gin_pending_list_limit = 256)
 where archived_at is null;
