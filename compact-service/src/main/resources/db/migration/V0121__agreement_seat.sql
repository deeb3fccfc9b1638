-- Seats of the members in an agreement, and who holds them. Where a member has none registered it has one seat.
create table agreement_seat (
  id            uuid        not null,
  agreement_id  uuid        not null,
  member        text        not null,
  label         text        not null,
  effective_on  date        not null,
  ends_on       date,
  instrument    text        not null,
  registered_by text        not null,
  registered_at timestamptz not null,
  version       integer     not null,
  constraint agreement_seat_pk primary key (id),
  constraint agreement_seat_agreement_fk foreign key (agreement_id) references agreement,
  constraint agreement_seat_label_uk unique (agreement_id, label),
  constraint agreement_seat_label_ck check (label ~ ('^' || member || '-[1-9]$')),
  constraint agreement_seat_ends_after_start_ck check (ends_on >= effective_on)
);

-- Delegates, alternates and proxies: each by an instrument, from the first day to the last.
create table seat_credential (
  id                    uuid        not null,
  seat_id               uuid        not null,
  kind                  text        not null,
  subject               text        not null,
  effective_on          date        not null,
  ends_on               date,
  instrument            text        not null,
  instrument_on         date        not null,
  registered_by         text        not null,
  registered_at         timestamptz not null,
  revoked_by            text,
  revocation_instrument text,
  constraint seat_credential_pk primary key (id),
  constraint seat_credential_seat_fk foreign key (seat_id) references agreement_seat,
  constraint seat_credential_kind_ck check (kind in ('DELEGATE', 'ALTERNATE', 'PROXY')),
  constraint seat_credential_ends_after_start_ck check (ends_on >= effective_on - 1),
  constraint seat_credential_revocation_ck check ((revoked_by is null) = (revocation_instrument is null))
);

create index seat_credential_seat_ix on seat_credential (seat_id, kind);
