-- What happens if …? Plans that are lived through beside one another, and what they gave the last time.

create table plan_what_if (
  organisation_id uuid not null,
  what_if_id uuid not null,
  name text not null,
  from_day date not null,
  days integer not null check (days between 1 and 7),
  -- What the simulation takes for granted, and the levers of each plan.
  assumptions jsonb not null,
  plans jsonb not null,
  seed integer not null,
  replications integer not null check (replications between 2 and 200),
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  -- The work that is under way, or was the last.
  job_id uuid,
  primary key (organisation_id, what_if_id)
);

-- What a run gave, with everything it was made from.
create table plan_what_if_result (
  organisation_id uuid not null,
  what_if_id uuid not null,
  made_at timestamptz not null,
  -- The state of the what-if that was run: an older one than that of today is told as such.
  changed_at timestamptz not null,
  simulation_version text not null,
  seed integer not null,
  replications integer not null,
  basis jsonb not null,
  result jsonb not null,
  primary key (organisation_id, what_if_id)
);

alter table plan_what_if
  add foreign key (organisation_id, created_by) references person (organisation_id, person_id);
alter table plan_what_if_result
  add foreign key (organisation_id, what_if_id) references plan_what_if (organisation_id, what_if_id) on delete cascade;
