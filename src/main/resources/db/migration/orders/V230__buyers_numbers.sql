-- How whoever placed an order without a customer's code introduced themselves: the record of the customer whose number they
-- gave is not theirs to change. Empty columns without a default take no time, however many orders there are.
alter table orders add column buyer_name text;
alter table orders add column buyer_phone text;

-- The code that was texted to prove the number of whoever checks the cart out, as a hash that the cart's secret is part of.
create table buyer_code (
    cart_id    uuid        primary key, -- a second code takes the place of the first
    phone      text        not null,
    code_hash  bytea       not null,
    tries      integer     not null,    -- how many were wrong
    expires_at timestamptz not null
);

create index buyer_code_by_expiry on buyer_code (expires_at);
