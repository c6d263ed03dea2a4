-- A row may go in and still have something said of it: what was left as it is.
alter table import_error add column refused boolean not null default true;

-- A report shows the first of each, however many there are of the other.
create index import_error_by_kind on import_error (import_id, refused, row_number, seq);

-- Whether the stock of products that are known moves to what the file says.
alter table import add column sets_stock boolean not null default false;
