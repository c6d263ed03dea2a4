-- The first owner of a shop that cannot text yet signs in by a number that nobody has proved.
alter table account add column phone_proved boolean not null default true;
