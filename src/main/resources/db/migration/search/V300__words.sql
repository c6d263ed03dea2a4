create extension if not exists unaccent;

-- A text as a search reads it: words in small letters without marks, a space between them. Apostrophes of any kind and invisible
-- joiners go; signs and spaces of any kind stand between words. A number stands apart from the unit behind it. A word of more than
-- a hundred letters is cut, since an index takes no more than 2,046 bytes. unaccent is only called stable because its rules can be
-- edited; ours are those that PostgreSQL brings.
create function search_fold(typed text) returns text immutable strict parallel safe language sql
return btrim(regexp_replace(regexp_replace(regexp_replace(
    lower(unaccent('unaccent'::regdictionary, regexp_replace(
        normalize(translate(typed, U&'\0027\0060\00B4\02B9\02BB\02BC\02BD\02BE\02BF\02C8\02CA\02CB\2018\2019\201A\201B\2032\2035\A78C\FF07\00AD\200C\200D\2060', ''), nfkd),
        '[\u0300-\u036f\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]+', '', 'g'))),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u02b0-\u02ff\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u303f\ufeff\ufff0-\uffff]+', ' ', 'g'),
    '\m([0-9]+)([^0-9 ]{1,6})(?= |$)', '\1 \2', 'g'),
    '([^ ]{100})', '\1 ', 'g'));

-- What a row can be found by. The words of its name, those that a hyphen, a dash, a slash or an underscore joins, and each number
-- together with the unit behind it. Then, behind signs that no word holds: of each code the whole (=), the parts that signs set off
-- (.) and whatever it ends with (#), so that any part of it begins one of these; and the label (@). Written as steps, which take a
-- tenth of the time that a query takes for each row. The path keeps a dump of the database restorable.
create function search_vector(name text, codes text[], label text) returns tsvector immutable parallel safe language plpgsql
   set search_path from current as $$
declare
    words  text[] := string_to_array(search_fold(name), ' ');
    found  text[] := words;
    code   text;
    folded text;
begin
    if name ~ '[-_/\u2010-\u2015]' then
        found := found || string_to_array(search_fold(regexp_replace(name, '[-_/\u2010-\u2015]+', '', 'g')), ' ');
    end if;
    for i in 1 .. cardinality(words) - 1 loop
        if words[i] ~ '^[0-9]{1,5}$' and words[i + 1] ~ '^[^0-9]{1,6}$' then
            found := found || (words[i] || words[i + 1]);
        end if;
    end loop;
    foreach code in array array_remove(codes, null) loop
        folded := search_fold(code);
        code := replace(folded, ' ', '');
        if code <> '' then
            found := found || ('=' || code) || string_to_array('.' || replace(folded, ' ', ' .'), ' ');
            for i in 1 .. greatest(length(code) - 2, 1) loop
                found := found || ('#' || substr(code, i));
            end loop;
        end if;
    end loop;
    return array_to_tsvector(array_remove(found || ('@' || label), null));
end $$;

-- A word with up to so many of its letters, one or two, left out.
create function search_left_out(word text, most integer) returns text[] immutable strict parallel safe language sql
return array(
    select distinct left(word, i - 1) || substr(word, i + 1, j - i - 1) || substr(word, j + 1)
      from generate_series(1, length(word) + 1) as i,
           generate_series(case most when 1 then length(word) + 2 else i + 1 end, length(word) + 2) as j);

-- What a word of the vocabulary is found by. Two words that differ by a slip leave the same when each lacks a letter: a typed one
-- of four to seven letters asks by one left out, a longer one by two of its first eight. One that is not typed to its end is found
-- by the beginnings.
create function search_forms(word text) returns text[] immutable strict parallel safe language sql
return case
    when word ~ '[0-9]' or length(word) < 3 then '{}'
    when length(word) < 6 then search_left_out(word, 1)
    else array(select unnest(search_left_out(left(word, 8), 2)) union select unnest(search_left_out(left(word, 6), 1))
               union select unnest(search_left_out(left(word, 5), 1)))
    end;

create function search_asked(typed text) returns text[] immutable strict parallel safe language sql
return case
    when typed ~ '[0-9]' or length(typed) < 4 then '{}'
    when length(typed) < 8 then search_left_out(typed, 1)
    else search_left_out(left(typed, 8), 2)
    end;

-- The words of the names in each realm, such as product, to find those that are like a misspelt one. A word may be there more than
-- once: two who bring a new one at the same time both add it, which costs less than to let them wait for each other.
create table search_word (
    realm text   collate "C" not null,
    word  text   collate "C" not null,
    forms text[] not null generated always as (search_forms(word)) stored
);

create index search_word_by_word on search_word (realm, word);
create index search_word_by_forms on search_word using gin (forms) with (gin_pending_list_limit = 64);

-- The words of the vocabulary among what a row is found by: none of codes, labels or numbers alone.
create function search_names(vector tsvector) returns text[] immutable strict parallel safe language sql
return array(select word from unnest(tsvector_to_array(vector)) as word where word ~ '^[0-9]{0,5}[^0-9=.#@]+$');

-- Adds those of the words that the realm's vocabulary lacks. Each is looked up by index, however many there are.
create function search_learn(realm text, words text[]) returns void language sql
   set search_path from current set enable_hashjoin = off set enable_mergejoin = off as $$
    insert into search_word (realm, word)
    select realm, word
      from unnest(words) as brought (word)
     where not exists (select from search_word known where known.realm = search_learn.realm and known.word = brought.word collate "C");
$$;
