-- Awards as compact-service announced them, with each member's share: enough to refuse early what the ledger would
-- refuse anyway.
create table known_award (
    award_id      uuid   not null,
    round_id      uuid   not null,
    agreement_id  uuid   not null,
    package_doses bigint not null,
    constraint known_award_pk primary key (award_id),
    constraint known_award_package_positive check (package_doses > 0)
);

-- Locked while a member orders against it, so that two requisitions cannot both take the last doses.
create table award_share (
    award_id uuid   not null,
    member   text   not null,
    doses    bigint not null,
    constraint award_share_pk primary key (award_id, member),
    constraint award_share_award foreign key (award_id) references known_award (award_id),
    constraint award_share_is_exact check (doses between 0 and 9007199254740991)
);

-- Amounts are US cents and named as in the API. What a state needs is there, or the row is refused.
create table purchase_order (
    id                    uuid        not null,
    agreement_id          uuid        not null,
    award_id              uuid        not null,
    member                text        not null,
    fund                  text        not null,
    appropriation_year    int         not null,
    doses                 bigint      not null,
    state                 text        not null,
    requested_by          text        not null,
    requested_by_username text        not null,
    requisitioned_at      timestamptz not null,
    pre_encumbered_cents  bigint,
    purchase_order_number text,
    submitted_by          text,
    submitted_by_username text,
    submitted_at          timestamptz,
    approved_by           text,
    approved_by_username  text,
    approved_at           timestamptz,
    goods_cents           bigint,
    operations_fee_cents  bigint,
    capital_fee_cents     bigint,
    shared_cents          bigint,
    total_cents           bigint,
    confirmed_at          timestamptz,
    refusal_reason        text,
    refusal_detail        text,
    refusal_short_cents   bigint,
    refused_at            timestamptz,
    -- When the ledger said that the pre-encumbrance of a refused order is free again.
    released_at           timestamptz,
    version               bigint      not null,
    constraint purchase_order_pk primary key (id),
    constraint purchase_order_share foreign key (award_id, member) references award_share (award_id, member),
    constraint purchase_order_doses_positive check (doses between 1 and 9007199254740991),
    constraint purchase_order_state_known
        check (state in ('REQUISITIONED', 'PRE_ENCUMBERED', 'SUBMITTED', 'APPROVED', 'CONFIRMED', 'REFUSED')),
    constraint purchase_order_number_once unique (member, purchase_order_number),
    constraint purchase_order_pre_encumbered
        check (state in ('REQUISITIONED', 'REFUSED') or pre_encumbered_cents >= 0),
    constraint purchase_order_submitted
        check (state not in ('SUBMITTED', 'APPROVED', 'CONFIRMED')
            or (purchase_order_number is not null and submitted_by is not null and submitted_at is not null)),
    constraint purchase_order_approved
        check (state not in ('APPROVED', 'CONFIRMED') or (approved_by is not null and approved_at is not null)),
    -- Who asks does not approve; the database keeps it too.
    constraint purchase_order_approver_did_not_ask
        check (approved_by <> requested_by and approved_by <> submitted_by),
    constraint purchase_order_confirmed
        check ((state = 'CONFIRMED') = (confirmed_at is not null)
            and (state <> 'CONFIRMED' or total_cents is not null)),
    constraint purchase_order_total_is_its_parts
        check (total_cents = goods_cents + operations_fee_cents + capital_fee_cents + shared_cents),
    constraint purchase_order_refused
        check ((state = 'REFUSED') = (refusal_reason is not null)
            and (refusal_reason is null) = (refused_at is null))
);

create index purchase_order_by_member on purchase_order (member, id desc);
create index purchase_order_by_share on purchase_order (award_id, member);
