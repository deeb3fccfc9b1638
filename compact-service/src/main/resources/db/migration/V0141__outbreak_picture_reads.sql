-- Counts come week by week, so those of one condition lie on as many pages as there are counts. Both indexes carry what
-- the picture shows: a series or a table is then read from some hundred neighbouring pages and not from the table.
alter table case_cell drop constraint case_cell_pk;
alter table case_cell add constraint case_cell_pk
  primary key (data_use_agreement_id, condition, member, week, status) include (version, cases, substitute, finality);

drop index case_cell_week_ix;
create index case_cell_week_ix on case_cell (data_use_agreement_id, condition, week)
  include (member, status, version, cases, finality, reported_at);

-- An index answers alone only for pages that were vacuumed since they were written. By default that waits for a fifth of
-- the table, which would be two years of weeks; by this it is a week or two.
alter table case_cell set (autovacuum_vacuum_insert_scale_factor = 0.002, autovacuum_vacuum_scale_factor = 0.02);
