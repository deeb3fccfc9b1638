-- Instruments between members, and the members' dated standing in them.
create table agreement (
  id                  uuid        not null,
  code                text        not null,
  title               text        not null,
  type                text        not null,
  lead                text        not null,
  linked_agreement_id uuid,
  opened_at           timestamptz not null,
  version             integer     not null,
  constraint agreement_pk primary key (id),
  constraint agreement_code_uk unique (code),
  constraint agreement_type_ck check (type in
    ('ALLIANCE_MOU', 'STATUTORY_COMPACT', 'CONSENTED_COMPACT', 'COOPERATIVE_CONTRACT', 'MUTUAL_AID')),
  constraint agreement_lead_ck check (lead ~ '^[A-Z]{2}$'),
  constraint agreement_linked_fk foreign key (linked_agreement_id) references agreement,
  constraint agreement_linked_to_another_ck check (linked_agreement_id <> id)
);

-- Standing from the first day up to, not including, the day on which it ended.
create table membership (
  agreement_id uuid not null,
  member       text not null,
  effective_on date not null,
  ended_on     date,
  constraint membership_pk primary key (agreement_id, member, effective_on),
  constraint membership_agreement_fk foreign key (agreement_id) references agreement,
  constraint membership_member_ck check (member ~ '^[A-Z]{2}$'),
  constraint membership_ends_after_start_ck check (ended_on > effective_on)
);

create index membership_member_ix on membership (member, agreement_id);

-- For tables whose rows are records of what was done: the database itself refuses to change them.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'restrict_violation';
end
$$;
