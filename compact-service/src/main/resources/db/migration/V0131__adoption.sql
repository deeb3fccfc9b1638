-- A member's acts on guidance. Each correction is another revision; what was recorded stays.
create table adoption_act (
  id           uuid        not null,
  act_id       uuid        not null,
  revision     integer     not null,
  guidance_id  uuid        not null,
  number       integer     not null,
  member       text        not null,
  legal_effect text        not null,
  decision     text        not null,
  authority    text        not null,
  instrument   text        not null,
  citation     text        not null,
  deviations   text        not null,
  effective_on date        not null,
  ends_on      date,
  voided       boolean     not null,
  reasons      text,
  recorded_by  text        not null,
  recorded_at  timestamptz not null,
  constraint adoption_act_pk primary key (id),
  constraint adoption_act_revision_uk unique (act_id, revision),
  constraint adoption_act_version_fk foreign key (guidance_id, number) references guidance_version (guidance_id, number),
  constraint adoption_act_member_ck check (member ~ '^[A-Z]{2}$'),
  constraint adoption_act_effect_ck check (legal_effect in
    ('CLINICAL_RECOMMENDATION', 'PHARMACIST_AUTHORITY', 'STATE_REGULATED_INSURANCE', 'MEDICAID', 'SCHOOL_ENTRY')),
  constraint adoption_act_decision_ck check (decision in ('ADOPT', 'ADOPT_WITH_DEVIATIONS', 'DECLINE')),
  constraint adoption_act_deviations_ck check ((decision = 'ADOPT_WITH_DEVIATIONS') = (deviations <> '[]')),
  constraint adoption_act_dates_ck check (ends_on > effective_on),
  constraint adoption_act_revision_ck check (revision > 0 and (revision > 1) = (reasons is not null)),
  constraint adoption_act_void_ck check (not voided or revision > 1)
);

-- The matrix reads all acts of a guidance; the check for overlaps those of one member and effect.
create index adoption_act_guidance_ix on adoption_act (guidance_id, member, legal_effect, act_id, revision desc);

create trigger adoption_act_is_kept before update or delete on adoption_act
  for each row execute function refuse_change();

-- What no state's act reaches, shown beside every matrix as unaffected. Federal law; a change of it is a new row.
create table unreached_program (
  code     text    not null,
  position integer not null,
  name     text    not null,
  reason   text    not null,
  citation text    not null,
  constraint unreached_program_pk primary key (code),
  constraint unreached_program_position_uk unique (position)
);

insert into unreached_program (code, position, name, reason, citation) values
  ('VFC', 1, 'Vaccines for Children program',
   'Which vaccines the program pays for is set by a federal list; a state''s act does not change it.',
   '42 U.S.C. 1396s'),
  ('INJURY_COMPENSATION', 2, 'National Vaccine Injury Compensation Program',
   'Which vaccines are covered, and how injuries are compensated, is federal law alone.',
   '42 U.S.C. 300aa-10 to 300aa-34'),
  ('MEDICARE', 3, 'Medicare',
   'Coverage under Medicare is federal; a state''s act does not add to it or take from it.',
   '42 U.S.C. 1395x(s)(10), 1395w-102(e)'),
  ('ERISA_SELF_FUNDED', 4, 'Self-funded employer plans',
   'State insurance law does not reach plans by which an employer itself bears the cost.',
   '29 U.S.C. 1144(b)(2)(B)');
