-- An instrument's terms, how each member joined it, and how it leaves: dates from which standing is worked out.
alter table agreement
  add column model            text,
  add column terms            text,
  add column consent          text,
  add column active_on        date,
  add column dissolved_on     date,
  add column declared_on      date,
  add column wound_up_on      date,
  add column told             boolean not null default true,
  add constraint agreement_consent_ck check (consent in ('NOT_REQUIRED', 'REQUIRED_PENDING', 'GRANTED', 'BLANKET')),
  add constraint agreement_wound_up_after_dissolution_ck check (wound_up_on >= dissolved_on);

update agreement a set
  active_on = (select min(m.effective_on) from membership m where m.agreement_id = a.id),
  terms = case
    when type in ('STATUTORY_COMPACT', 'CONSENTED_COMPACT') then
      '{"joinedBy":"LEGISLATION","staysInForceBelowThreshold":true,"seatsPerMember":1,"consent":{"needed":false,"capabilities":[]},"exit":{"leftBy":"REPEAL","notice":"P6M","noticeOnIntroduction":true,"memberTellsWithinDays":0,"othersToldWithinDays":60},"onDefault":{"cureDays":60,"takesAway":["VOTE","HOLD_OFFICE","TAKE_PART_IN_PURCHASES","SPEAK_ON_GUIDANCE","TAKE_PART_IN_AID"]},"dissolution":"BY_FALLING_MEMBERSHIP"}'
    else
      '{"joinedBy":"SIGNATURE","staysInForceBelowThreshold":true,"seatsPerMember":1,"consent":{"needed":false,"capabilities":[]},"exit":{"leftBy":"NOTICE","notice":"P30D","noticeOnIntroduction":false,"memberTellsWithinDays":0,"othersToldWithinDays":60},"onDefault":{"cureDays":30,"takesAway":["VOTE","HOLD_OFFICE","TAKE_PART_IN_PURCHASES","SPEAK_ON_GUIDANCE","TAKE_PART_IN_AID"]},"dissolution":"BY_DECISION"}'
    end;
alter table agreement alter column terms set not null;

alter table membership
  add column standing text not null default 'FULL',
  add column withheld text not null default '',
  add constraint membership_standing_ck check
    (standing in ('NOT_YET_EFFECTIVE', 'FULL', 'SUSPENDED', 'WINDING_DOWN', 'ENDED'));

-- One member's act of joining: a bill on its way to law, a signature, a rule of its own, or its founding.
create table enactment (
  id            uuid        not null,
  agreement_id  uuid        not null,
  member        text        not null,
  kind          text        not null,
  state         text        not null,
  bill          text,
  chamber       text,
  session       text,
  introduced_on date,
  passed_on     date,
  enacted_on    date,
  session_law   text,
  citation      text,
  effective_on  date,
  closed_on     date,
  ended_on      date,
  settled_on    date,
  recorded_at   timestamptz not null,
  recorded_by   text        not null,
  version       integer     not null,
  constraint enactment_pk primary key (id),
  constraint enactment_agreement_fk foreign key (agreement_id) references agreement,
  constraint enactment_member_ck check (member ~ '^[A-Z]{2}$'),
  constraint enactment_kind_ck check (kind in ('BILL', 'SIGNATURE', 'RULE', 'FOUNDING')),
  constraint enactment_state_ck check
    (state in ('INTRODUCED', 'PASSED', 'ENACTED', 'EFFECTIVE', 'FAILED', 'VETOED', 'ENDED')),
  constraint enactment_dates_in_order_ck check
    (introduced_on <= passed_on and passed_on <= enacted_on and enacted_on <= effective_on and effective_on < ended_on
      and ended_on <= settled_on)
);

-- A member is bound, or on its way to be, once.
create unique index enactment_one_standing_per_member_uk on enactment (agreement_id, member)
  where state in ('INTRODUCED', 'PASSED', 'ENACTED', 'EFFECTIVE');
create index enactment_agreement_ix on enactment (agreement_id, member, id);

insert into enactment (id, agreement_id, member, kind, state, enacted_on, effective_on, ended_on, recorded_at, recorded_by,
                       version)
select gen_random_uuid(), m.agreement_id, m.member, 'FOUNDING', case when m.ended_on is null then 'EFFECTIVE' else 'ENDED' end,
       m.effective_on, m.effective_on, m.ended_on, a.opened_at, 'migration', 0
  from membership m join agreement a on a.id = m.agreement_id;

-- What was known of each member's standing, each time that it changed: all of it, so that "as we knew it on" is one row.
create table standing_revision (
  id           uuid        not null,
  agreement_id uuid        not null,
  member       text        not null,
  revision     integer     not null,
  spans        text        not null,
  cause        text        not null,
  recorded_at  timestamptz not null,
  recorded_by  text        not null,
  constraint standing_revision_pk primary key (id),
  constraint standing_revision_uk unique (agreement_id, member, revision),
  constraint standing_revision_agreement_fk foreign key (agreement_id) references agreement
);

create index standing_revision_member_ix on standing_revision (member, agreement_id, revision);

insert into standing_revision (id, agreement_id, member, revision, spans, cause, recorded_at, recorded_by)
select gen_random_uuid(), m.agreement_id, m.member, 1,
       '[' || string_agg(
         json_build_object('standing', 'FULL', 'fromOn', m.effective_on, 'untilOn', m.ended_on, 'withheld',
                           json_build_array())::text, ',' order by m.effective_on) || ']',
       'FOUNDING', a.opened_at, 'migration'
  from membership m join agreement a on a.id = m.agreement_id
 group by m.agreement_id, m.member, a.opened_at;

create trigger standing_revision_is_final before update or delete on standing_revision
  for each row execute function refuse_change();

-- Whether Congress must agree, as it was found each time.
create table consent_finding (
  id           uuid        not null,
  agreement_id uuid        not null,
  kind         text        not null,
  basis        text,
  found_on     date        not null,
  recorded_at  timestamptz not null,
  recorded_by  text        not null,
  constraint consent_finding_pk primary key (id),
  constraint consent_finding_agreement_fk foreign key (agreement_id) references agreement,
  constraint consent_finding_kind_ck check (kind in ('NOT_REQUIRED', 'REQUIRED_PENDING', 'GRANTED', 'BLANKET')),
  constraint consent_finding_basis_ck check ((kind = 'REQUIRED_PENDING') or basis is not null)
);

create index consent_finding_agreement_ix on consent_finding (agreement_id, id);
create trigger consent_finding_is_final before update or delete on consent_finding
  for each row execute function refuse_change();
