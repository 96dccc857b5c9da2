-- What a file replaced, so that the file can be taken back.

alter table plan_traffic_delivery
  -- Deliveries from before this kept nothing of what they replaced, and cannot be taken back.
  add column keeps_replaced boolean not null default false,
  add column undone_at timestamptz,
  add column undone_by uuid;

-- Counts as they were before the delivery; none for an interval that it was the first to count.
create table plan_traffic_replaced (
  organisation_id uuid not null,
  delivery_id uuid not null,
  starts_at timestamptz not null,
  offered double precision not null,
  handled double precision,
  abandoned double precision,
  handle_seconds double precision,
  wait_seconds double precision,
  answered_within double precision,
  replaced_delivery_id uuid,
  primary key (organisation_id, delivery_id, starts_at)
);

alter table plan_traffic_replaced
  add foreign key (organisation_id, delivery_id)
    references plan_traffic_delivery (organisation_id, delivery_id) on delete cascade;
alter table plan_traffic_delivery
  add foreign key (organisation_id, undone_by) references person (organisation_id, person_id);
