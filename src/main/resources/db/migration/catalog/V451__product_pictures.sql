-- The pictures of a product in their order: hash, format, sizes and description of each, as a page of products shows them without
-- another look-up. The files are kept by the module pictures.
alter table product add column pictures text[] not null default '{}';
