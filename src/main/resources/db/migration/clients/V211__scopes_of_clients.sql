-- What each client that acts for itself may do, for other modules to read.
create view client_scopes as
select id, scopes
  from api_client
 where acts_alone;
