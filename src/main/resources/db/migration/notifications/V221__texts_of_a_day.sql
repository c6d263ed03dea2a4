-- How many texts left the shop in each hour, for the ceiling of a day. A few thousand rows a year; an hour counts less than none
-- where texts of the hour before turned out not to have left.
create table text_hour (
    hour  timestamptz primary key,
    texts integer     not null
);
