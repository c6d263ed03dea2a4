-- The number that the link was texted to; it is good for no other. A link without one was sent by an earlier release, in which
-- the number could change without it: nobody can tell where it went, so it is good for nothing, and is to be sent again.
alter table invitation add column phone text;
