-- Staffing: what is wanted of each queue and since when, shrinkage, the requirement that follows, and who is set up when.

-- Valid from its day until the next one of the same queue.
create table plan_staffing_rule (
  organisation_id uuid not null,
  queue_id uuid not null,
  valid_from date not null,
  settings jsonb not null,
  set_at timestamptz not null,
  set_by uuid not null,
  primary key (organisation_id, queue_id, valid_from)
);

create table plan_shrinkage_part (
  organisation_id uuid not null,
  part_number integer not null,
  name text not null,
  share double precision not null check (share >= 0 and share < 1),
  place text not null check (place in ('at-work', 'away')),
  planned boolean not null,
  primary key (organisation_id, part_number)
);

-- What a queue's requirement was worked out from: made anew when the key is another.
create table plan_requirement_basis (
  organisation_id uuid not null,
  queue_id uuid not null,
  basis_key text not null,
  computed_at timestamptz not null,
  -- Handling time by hour and patience, from what has been counted.
  learned jsonb not null,
  -- Null while there is no forecast.
  forecast_made_at timestamptz,
  primary key (organisation_id, queue_id)
);

-- Days that are past keep the requirement that they had.
create table plan_requirement (
  organisation_id uuid not null,
  queue_id uuid not null,
  starts_at timestamptz not null,
  -- The local day of the interval.
  day date not null,
  mean double precision not null,
  cv double precision not null,
  handle_seconds double precision not null,
  -- People at work for a light, a middling and a heavy load, and for the confidence that is asked for.
  p10 integer not null,
  p50 integer not null,
  p90 integer not null,
  needed integer not null,
  -- Erlangs.
  net_load double precision not null,
  -- Which part of the target asks for the most; null when nobody is needed.
  binding text,
  warnings text[] not null default '{}',
  primary key (organisation_id, queue_id, starts_at)
);
create index plan_requirement_by_day on plan_requirement (organisation_id, queue_id, day);

-- People set up by hand or from a file, for as long as there is no shift plan.
create table plan_scheduled (
  organisation_id uuid not null,
  queue_id uuid not null,
  starts_at timestamptz not null,
  people double precision not null check (people >= 0 and people <= 100000),
  set_at timestamptz not null,
  set_by uuid not null,
  primary key (organisation_id, queue_id, starts_at)
);

alter table plan_staffing_rule
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id),
  add foreign key (organisation_id, set_by) references person (organisation_id, person_id);
alter table plan_shrinkage_part
  add foreign key (organisation_id) references organisation (organisation_id);
alter table plan_requirement_basis
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id);
alter table plan_requirement
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id);
alter table plan_scheduled
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id),
  add foreign key (organisation_id, set_by) references person (organisation_id, person_id);
