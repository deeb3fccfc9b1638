-- How a member stands: full, suspended, winding down, not yet effective, ended. A row is a stretch of days; stretches of
-- one member do not overlap. What was noted before had full standing.
alter table policy_membership
  add column standing text   not null default 'FULL',
  add column withheld text[] not null default '{}',
  add constraint policy_membership_standing_ck check
    (standing in ('NOT_YET_EFFECTIVE', 'FULL', 'SUSPENDED', 'WINDING_DOWN', 'ENDED'));

-- A capability holds while the agreement is in force; null where nothing bounds it.
alter table policy_agreement
  add column active_on    date,
  add column dissolved_on date;
