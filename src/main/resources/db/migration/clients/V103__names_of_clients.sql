-- How each client is called, for other modules to read.
create view client_name as
select id, name
  from api_client;
