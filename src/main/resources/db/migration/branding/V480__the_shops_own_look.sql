-- What the office says of the shop's name, look and words. There is one row; what is null is as the installation's settings say.
create table shop_look (
    one         boolean primary key default true check (one),
    version     integer not null,
    name        text,
    line_en     text,
    line_sw     text,
    delivery_en text,
    delivery_sw text,
    colour      text    collate "C",
    dark_colour text    collate "C",
    logo        text    collate "C" -- its hash, kind and sizes, as a product's row keeps its pictures
);

insert into shop_look (version) values (1);
