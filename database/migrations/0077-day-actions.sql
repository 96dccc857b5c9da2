-- What was done about a day that went another way than expected, with what it was believed to do when it was done.

create table plan_day_action (
  organisation_id uuid not null,
  action_id uuid not null,
  queue_id uuid not null,
  day date not null,
  kind text not null,
  people double precision not null check (people >= 0),
  minutes integer not null check (minutes >= 0),
  -- The stretch that it was for, on the local clock, `HH:MM`.
  from_time text not null,
  to_time text not null,
  note text not null,
  -- Chances of missing the target, 0–1, and seconds of waiting, without and with it; null where nobody reckoned.
  risk_before double precision,
  risk_after double precision,
  wait_before double precision,
  wait_after double precision,
  done_at timestamptz not null,
  done_by uuid not null,
  primary key (organisation_id, action_id)
);
create index plan_day_action_day on plan_day_action (organisation_id, queue_id, day);

alter table plan_day_action
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id),
  add foreign key (organisation_id, done_by) references person (organisation_id, person_id);
