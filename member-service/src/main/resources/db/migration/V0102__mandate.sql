-- Dated authority of an official, as certified by the member's own instrument. A mandate is never edited:
-- another instrument brings another mandate.
create table mandate (
    id            uuid        not null,
    subject       text        not null,
    username      text        not null,
    name          text        not null,
    member        text        not null,
    role          text        not null,
    -- Null: every agreement in which the member stands.
    agreement_id  uuid,
    -- US cents, the most one approval may bind. Null: no limit.
    limit_cents   bigint,
    effective_on  date        not null,
    -- The last day of authority, that day included. Null: until another instrument ends it.
    ends_on       date,
    instrument    text        not null,
    registered_by text        not null,
    registered_at timestamptz not null,
    constraint mandate_pk primary key (id),
    constraint mandate_member_is_a_jurisdiction foreign key (member) references jurisdiction (usps),
    constraint mandate_role_known
        check (role in ('BUYER', 'APPROVER', 'DELEGATE', 'TREASURER', 'PROCUREMENT_OFFICER')),
    constraint mandate_limit_is_exact check (limit_cents between 0 and 9007199254740991),
    constraint mandate_ends_after_it_begins check (ends_on >= effective_on),
    -- One authority of one person begins on one day once; two agreements are two authorities.
    constraint mandate_granted_once
        unique nulls not distinct (subject, member, role, agreement_id, effective_on)
);

create index mandate_by_member on mandate (member, id);
