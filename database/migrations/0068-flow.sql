-- The flow of contacts: what an organisation says of returns, redials and shifts, and which improvements the staffing
-- reckons with.

create table plan_flow_queue (
  organisation_id uuid not null,
  queue_id uuid not null,
  -- Shares, 0–1. Null: as the log of enquiries says.
  p_return double precision check (p_return >= 0 and p_return < 1),
  p_redial double precision not null check (p_redial >= 0 and p_redial <= 1),
  shift_to uuid,
  p_shift double precision not null default 0 check (p_shift >= 0 and p_redial + p_shift <= 1),
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id, queue_id)
);

-- Self-service: of all needs the share that is tried there, and of these the shares that are settled and given up.
create table plan_flow_setting (
  organisation_id uuid not null,
  tried double precision not null check (tried >= 0 and tried <= 1),
  settled double precision not null check (settled >= 0),
  given_up double precision not null check (given_up >= 0 and settled + given_up <= 1),
  changed_at timestamptz not null,
  changed_by uuid not null,
  primary key (organisation_id)
);

-- An improvement that is reckoned with, as it was believed on the day on which that was decided.
create table plan_flow_improvement (
  organisation_id uuid not null,
  improvement_id uuid not null,
  counted_from date not null,
  -- The part of its topics' contacts that goes away: expected, and its 95 % interval.
  drop_mean double precision not null,
  drop_low double precision not null,
  drop_high double precision not null,
  decided_at timestamptz not null,
  decided_by uuid not null,
  primary key (organisation_id, improvement_id)
);
-- How much of a queue's contacts its topics were.
create table plan_flow_share (
  organisation_id uuid not null,
  improvement_id uuid not null,
  queue_id uuid not null,
  share double precision not null check (share >= 0 and share <= 1),
  primary key (organisation_id, improvement_id, queue_id)
);

alter table plan_flow_queue
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id),
  add foreign key (organisation_id, shift_to) references plan_queue (organisation_id, queue_id),
  add foreign key (organisation_id, changed_by) references person (organisation_id, person_id);
alter table plan_flow_setting
  add foreign key (organisation_id, changed_by) references person (organisation_id, person_id);
alter table plan_flow_improvement
  add foreign key (organisation_id, improvement_id) references improvement (organisation_id, improvement_id),
  add foreign key (organisation_id, decided_by) references person (organisation_id, person_id);
alter table plan_flow_share
  add foreign key (organisation_id, improvement_id)
    references plan_flow_improvement (organisation_id, improvement_id) on delete cascade,
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id);
