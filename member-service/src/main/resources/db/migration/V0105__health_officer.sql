-- The official who posts case reports and speaks on guidance.
alter table mandate drop constraint mandate_role_known;
alter table mandate add constraint mandate_role_known
  check (role in ('BUYER', 'APPROVER', 'DELEGATE', 'TREASURER', 'PROCUREMENT_OFFICER', 'HEALTH_OFFICER'));
