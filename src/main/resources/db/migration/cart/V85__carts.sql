-- A cart is found by a hash of its secret: whoever reads a backup cannot check out other people's carts.
-- The secret is long and random, so a plain hash without salt is enough. No personal data is kept here.
create table cart (
    id           uuid        primary key, -- the first 128 bits of the SHA-256 of the secret
    version      integer     not null,
    shown_at     timestamptz not null,    -- when what the shopper saw of it last became something else
    expires_at   timestamptz not null,
    order_number text        unique       -- the one order it was checked out as
);

create index cart_expiry on cart (expires_at);

-- One line for each product, with what the shopper last saw of it: only that may be charged.
create table cart_line (
    cart_id    uuid        not null,
    sku        text        not null,
    quantity   integer     not null check (quantity > 0),
    added_at   timestamptz not null,
    name       text        not null,
    product_id uuid,                      -- null with the price: shown as no longer for sale
    price      numeric(19, 4) check (price >= 0),
    enough     boolean     not null,      -- whether the quantity was shown as available
    primary key (cart_id, sku),
    check ((product_id is null) = (price is null))
);
