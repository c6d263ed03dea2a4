-- What somebody looks at again and again in the list of orders, under a name.
create table saved_view (
    id         uuid        primary key,
    account_id uuid        references account on delete cascade, -- whose it is; null if it is everybody's
    name       text        not null,
    query      text        not null, -- the question of the list's address: filter, sort and columns
    created_at timestamptz not null
);

create index saved_view_by_account on saved_view (account_id);
