-- A row that was refused when it was read stands among the others of its order, so that they are refused with it.
alter table import_row add column refused boolean not null default false;
