-- Who can work, who works when, who asks for what, and who was there.

create table plan_agent (
  organisation_id uuid not null,
  agent_id uuid not null,
  name text not null,
  -- The employee number that files know the agent by; nothing where there is none.
  number text not null default '',
  -- The account that the agent signs in with.
  person_id uuid,
  -- Hours, agreements and what the work makes necessary.
  contract jsonb not null,
  -- The day on which somebody under 18 turns 18; not a birth date, and gone when it has passed.
  adult_on date,
  skills text[] not null default '{}',
  -- Hours of the day for each ISO weekday; null: always.
  available jsonb,
  valid_from date not null,
  valid_to date,
  changed_at timestamptz not null,
  primary key (organisation_id, agent_id)
);
create index plan_agent_by_person on plan_agent (organisation_id, person_id);

create table plan_wish (
  organisation_id uuid not null,
  wish_id uuid not null,
  agent_id uuid not null,
  kind text not null check (kind in ('work', 'free')),
  -- One day, or every week on a weekday.
  on_date date,
  weekday integer check (weekday between 1 and 7),
  -- HH:MM; null: the whole day.
  from_time text,
  to_time text,
  weight integer not null check (weight between 1 and 3),
  by_agent boolean not null,
  created_at timestamptz not null,
  primary key (organisation_id, wish_id),
  check ((on_date is null) <> (weekday is null))
);
create index plan_wish_by_agent on plan_wish (organisation_id, agent_id);

-- Why somebody is away, as a category and nothing more; removed by the clock.
create table plan_absence (
  organisation_id uuid not null,
  absence_id uuid not null,
  agent_id uuid not null,
  kind text not null check (kind in ('sick', 'holiday', 'leave', 'course')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  state text not null check (state in ('asked', 'approved', 'refused', 'withdrawn')),
  by_agent boolean not null,
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  primary key (organisation_id, absence_id)
);
create index plan_absence_by_time on plan_absence (organisation_id, ends_at);
create index plan_absence_by_agent on plan_absence (organisation_id, agent_id);

create table plan_shift_template (
  organisation_id uuid not null,
  template_id uuid not null,
  name text not null,
  weekdays integer[] not null,
  earliest_start text not null,
  latest_start text not null,
  start_every integer not null check (start_every in (15, 30, 45, 60)),
  -- Minutes from start to end, breaks included.
  lengths integer[] not null,
  breaks jsonb not null,
  changed_at timestamptz not null,
  primary key (organisation_id, template_id)
);

-- The plan of one week: what is being worked on, and how often it has been published.
create table plan_shift_plan (
  organisation_id uuid not null,
  week_start date not null,
  -- Counts every saved change, so that nobody overwrites what he has not seen.
  revision integer not null,
  -- How often it has been published; 0 while it never has.
  version integer not null default 0,
  -- The revision that was published last.
  published_revision integer,
  published_at timestamptz,
  published_by uuid,
  changed_at timestamptz not null,
  changed_by uuid not null,
  solve_job_id uuid,
  -- What the last search for shifts found: cost, bound, gap and short intervals.
  solved jsonb,
  primary key (organisation_id, week_start)
);
create table plan_shift (
  organisation_id uuid not null,
  shift_id uuid not null,
  week_start date not null,
  -- Nobody's: a shift that is still to be taken.
  agent_id uuid,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  breaks jsonb not null,
  -- The skill that the whole shift is set aside for; null: any of the agent's.
  skill text,
  overtime_minutes integer not null default 0 check (overtime_minutes >= 0),
  -- Made or moved by hand: a search leaves it as it is.
  fixed boolean not null,
  primary key (organisation_id, shift_id)
);
create index plan_shift_by_week on plan_shift (organisation_id, week_start);
create index plan_shift_by_agent on plan_shift (organisation_id, agent_id, starts_at);

-- What agents see: the shifts as they were published last.
create table plan_published_shift (
  organisation_id uuid not null,
  shift_id uuid not null,
  week_start date not null,
  agent_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  breaks jsonb not null,
  skill text,
  overtime_minutes integer not null default 0,
  -- How often it has been changed since it was first published (RFC 5545, SEQUENCE).
  sequence integer not null,
  cancelled boolean not null,
  changed_at timestamptz not null,
  primary key (organisation_id, shift_id, agent_id)
);
create index plan_published_shift_by_time on plan_published_shift (organisation_id, starts_at);
create index plan_published_shift_by_agent on plan_published_shift (organisation_id, agent_id, starts_at);

-- Append-only: every publication with what it held.
create table plan_shift_version (
  organisation_id uuid not null,
  week_start date not null,
  version integer not null,
  at timestamptz not null,
  person_id uuid not null,
  note text not null default '',
  findings integer not null,
  added integer not null,
  changed integer not null,
  removed integer not null,
  shifts jsonb not null,
  primary key (organisation_id, week_start, version)
);

create table plan_swap (
  organisation_id uuid not null,
  swap_id uuid not null,
  -- The published shift that somebody wants to be rid of, and whose it is.
  shift_id uuid not null,
  from_agent_id uuid not null,
  -- Whom it is offered to; null: anybody.
  to_agent_id uuid,
  -- What is given in return; null: nothing.
  return_shift_id uuid,
  state text not null check (state in ('asked', 'accepted', 'approved', 'declined', 'refused', 'withdrawn')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  primary key (organisation_id, swap_id)
);
create index plan_swap_by_state on plan_swap (organisation_id, state);
create index plan_swap_by_agent on plan_swap (organisation_id, from_agent_id);

-- The secret address of an agent's own calendar; only its hash is kept.
create table plan_calendar_link (
  organisation_id uuid not null,
  token_hash text not null,
  agent_id uuid not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  primary key (organisation_id, token_hash)
);
create index plan_calendar_link_by_agent on plan_calendar_link (organisation_id, agent_id);

-- How many were there for a queue in an interval; never who.
create table plan_present (
  organisation_id uuid not null,
  queue_id uuid not null,
  starts_at timestamptz not null,
  minutes integer not null check (minutes > 0),
  present double precision not null check (present >= 0),
  reported_at timestamptz not null,
  primary key (organisation_id, queue_id, starts_at)
);

alter table plan_agent
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table plan_wish
  add foreign key (organisation_id, agent_id) references plan_agent (organisation_id, agent_id) on delete cascade;
alter table plan_absence
  add foreign key (organisation_id, agent_id) references plan_agent (organisation_id, agent_id) on delete cascade,
  add foreign key (organisation_id, decided_by) references person (organisation_id, person_id);
alter table plan_shift_plan
  add foreign key (organisation_id, published_by) references person (organisation_id, person_id),
  add foreign key (organisation_id, changed_by) references person (organisation_id, person_id);
alter table plan_shift
  add foreign key (organisation_id, week_start) references plan_shift_plan (organisation_id, week_start),
  add foreign key (organisation_id, agent_id) references plan_agent (organisation_id, agent_id);
alter table plan_published_shift
  add foreign key (organisation_id, week_start) references plan_shift_plan (organisation_id, week_start),
  add foreign key (organisation_id, agent_id) references plan_agent (organisation_id, agent_id);
alter table plan_shift_version
  add foreign key (organisation_id, week_start) references plan_shift_plan (organisation_id, week_start),
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table plan_swap
  add foreign key (organisation_id, from_agent_id) references plan_agent (organisation_id, agent_id),
  add foreign key (organisation_id, to_agent_id) references plan_agent (organisation_id, agent_id),
  add foreign key (organisation_id, decided_by) references person (organisation_id, person_id);
alter table plan_calendar_link
  add foreign key (organisation_id, agent_id) references plan_agent (organisation_id, agent_id) on delete cascade;
alter table plan_present
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id);
