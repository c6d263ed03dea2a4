-- When each kind of upkeep last went well, for whoever watches the shop.
create table upkeep_run (
    kind   text        primary key, -- backup, drill
    ran_at timestamptz not null
);
