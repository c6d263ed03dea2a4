-- Pictures as the shop keeps them: re-encoded in a few widths, at addresses that hold the hash of their content. They are in the
-- database so that a backup is whole and a replica needs no disk.
create table picture (
    hash text    collate "C" primary key,
    uses integer not null check (uses >= 0) -- how many things show it; the last one that lets go removes it
);

create table picture_file (
    hash   text    collate "C" not null references picture on delete cascade,
    width  integer not null,
    format text    not null,
    bytes  bytea   not null,
    primary key (hash, width)
);

-- What is compressed already is not tried again.
alter table picture_file alter column bytes set storage external;
