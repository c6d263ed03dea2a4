-- How far strangers have used up what they may have texted: until when, for each share of a number or a network. The key is a
-- hash, so that the table tells nobody's number; a row is deleted once it says nothing any more.
create table text_share (
    who        text        primary key,
    used_until timestamptz not null
);

create index text_share_used_until on text_share (used_until);
