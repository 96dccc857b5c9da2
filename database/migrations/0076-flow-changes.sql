-- What somebody reckons with from a day on: fewer contacts that return, or more needs that self-service settles.
create table plan_flow_change (
  organisation_id uuid not null,
  change_id uuid not null,
  -- The queue of whose handled contacts another share returns. Null: self-service, for every queue.
  queue_id uuid,
  -- Of the share that returns, or of the share of those who try that is settled: −0.05 is five points fewer.
  difference double precision not null check (difference >= -1 and difference <= 1 and difference <> 0),
  counted_from date not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (organisation_id, change_id)
);
-- What it makes of the contacts of each queue, worked out on the day on which it was decided.
create table plan_flow_change_factor (
  organisation_id uuid not null,
  change_id uuid not null,
  queue_id uuid not null,
  factor double precision not null check (factor >= 0),
  primary key (organisation_id, change_id, queue_id)
);

alter table plan_flow_change
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id),
  add foreign key (organisation_id, decided_by) references person (organisation_id, person_id);
alter table plan_flow_change_factor
  add foreign key (organisation_id, change_id) references plan_flow_change (organisation_id, change_id)
    on delete cascade,
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id);
