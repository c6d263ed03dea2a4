-- What colleagues tell each other about an order. In a table of its own, so that nothing that shows an order to a customer has it at hand.
create table order_private_note (
    order_id   uuid        primary key,
    note       text        not null,
    written_by text        not null,
    written_at timestamptz not null,
    version    integer     not null
);
