-- What the kit's tests keep: the effects of received events, and the works of idempotent requests.
create table parcel_effect (
  position bigint generated always as identity,
  key      text   not null,
  version  bigint not null,
  event_id uuid   not null,
  constraint parcel_effect_pk primary key (position)
);

create table parcel_work (
  id     uuid not null,
  name   text not null,
  constraint parcel_work_pk primary key (id),
  constraint parcel_work_name_uk unique (name)
);
