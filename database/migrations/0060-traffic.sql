-- Traffic: queues with their opening hours, contacts per interval, what makes them rise and fall, and kept forecasts.

create table plan_queue (
  organisation_id uuid not null,
  queue_id uuid not null,
  name text not null,
  channel text not null check (channel in
    ('phone', 'email', 'chat', 'messenger', 'chatbot', 'social', 'web', 'post', 'inPerson')),
  -- Answered at once, several at once, or worked off.
  kind text not null check (kind in ('calls', 'chats', 'tasks')),
  interval_minutes integer not null check (interval_minutes in (5, 10, 15, 20, 30, 60)),
  -- Per ISO weekday, 1 to 7, a list of {from, to}.
  opening jsonb not null,
  skill text not null default '',
  -- How the columns of its last file were read; null before the first.
  import_profile jsonb,
  -- Goes up whenever something changes that a forecast is made from.
  inputs_version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, queue_id)
);

-- A day with other opening hours than its weekday; no spans = closed.
create table plan_opening_exception (
  organisation_id uuid not null,
  queue_id uuid not null,
  day date not null,
  spans jsonb not null,
  reason text not null default '',
  primary key (organisation_id, queue_id, day)
);

-- What a file, the log of enquiries or a telephone system brought at one time.
create table plan_traffic_delivery (
  organisation_id uuid not null,
  delivery_id uuid not null,
  queue_id uuid not null,
  way text not null check (way in ('file', 'enquiries', 'live')),
  file_name text,
  content_hash text,
  received_at timestamptz not null,
  person_id uuid,
  first_at timestamptz,
  last_at timestamptz,
  rows_read integer not null,
  intervals_new integer not null,
  intervals_changed integer not null,
  intervals_same integer not null,
  rows_refused integer not null,
  primary key (organisation_id, delivery_id)
);
create index plan_traffic_delivery_by_queue on plan_traffic_delivery (organisation_id, queue_id, received_at);

create table plan_traffic_refusal (
  organisation_id uuid not null,
  delivery_id uuid not null,
  refusal_number integer not null,
  line integer not null,
  reason text not null,
  params jsonb not null,
  primary key (organisation_id, delivery_id, refusal_number)
);

-- Contacts per queue and interval.
create table plan_traffic (
  organisation_id uuid not null,
  queue_id uuid not null,
  starts_at timestamptz not null,
  -- The local day of the interval.
  day date not null,
  offered double precision not null check (offered >= 0),
  handled double precision check (handled >= 0),
  abandoned double precision check (abandoned >= 0),
  -- Means, in seconds; null where not known.
  handle_seconds double precision check (handle_seconds >= 0),
  wait_seconds double precision check (wait_seconds >= 0),
  -- How many were answered within the seconds of the target.
  answered_within double precision check (answered_within >= 0),
  -- Mean number of conversations that one person had at a time.
  concurrent double precision check (concurrent >= 0),
  delivery_id uuid,
  primary key (organisation_id, queue_id, starts_at)
);
create index plan_traffic_by_day on plan_traffic (organisation_id, queue_id, day);

-- Days that the planner has said are not normal: nothing is learned from them.
create table plan_day_mark (
  organisation_id uuid not null,
  queue_id uuid not null,
  day date not null,
  reason text not null,
  marked_at timestamptz not null,
  marked_by uuid not null,
  primary key (organisation_id, queue_id, day)
);

-- What makes traffic rise or fall for some days: invoice runs, renewals, campaigns.
create table plan_event_kind (
  organisation_id uuid not null,
  kind_id uuid not null,
  name text not null,
  category text not null check (category in ('invoice', 'renewal', 'campaign', 'outage', 'season', 'own')),
  -- Days from the event's date on which its effect may be seen.
  lag_from integer not null check (lag_from between -14 and 0),
  lag_to integer not null check (lag_to between 0 and 42),
  -- Of no queue: of all of them.
  queue_ids uuid[] not null default '{}',
  -- The planner's word in place of what is learned: the factor on the whole effect, 1 = as learned.
  adjustment double precision not null default 1 check (adjustment >= 0 and adjustment <= 20),
  created_at timestamptz not null,
  closed_at timestamptz,
  primary key (organisation_id, kind_id)
);

create table plan_event (
  organisation_id uuid not null,
  event_id uuid not null,
  kind_id uuid not null,
  day date not null,
  -- Against the kind's ordinary one: 2 = twice as many invoices.
  size double precision not null default 1 check (size > 0 and size <= 100),
  note text not null default '',
  created_at timestamptz not null,
  created_by uuid not null,
  primary key (organisation_id, event_id)
);
create index plan_event_by_day on plan_event (organisation_id, day);

-- Lasting turns of the level that no calendar explains: found and proposed, or entered by the planner.
create table plan_shock (
  organisation_id uuid not null,
  shock_id uuid not null,
  queue_id uuid not null,
  day date not null,
  name text not null default '',
  multiplier double precision not null check (multiplier > 0 and multiplier <= 50),
  multiplier_low double precision,
  multiplier_high double precision,
  -- Days until half of it is gone; null = it stays.
  half_life_days double precision check (half_life_days > 0),
  origin text not null check (origin in ('found', 'own')),
  state text not null check (state in ('proposed', 'accepted', 'dismissed')),
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (organisation_id, shock_id)
);
create index plan_shock_by_queue on plan_shock (organisation_id, queue_id, day);

-- A series from outside that traffic follows: power price, key rate.
create table plan_driver (
  organisation_id uuid not null,
  driver_id uuid not null,
  name text not null,
  unit text not null default '',
  queue_ids uuid[] not null default '{}',
  scenario text not null check (scenario in ('low', 'base', 'high')),
  -- Whether values outside the range that has been seen may be reckoned with.
  beyond_seen boolean not null default false,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (organisation_id, driver_id)
);
create table plan_driver_value (
  organisation_id uuid not null,
  driver_id uuid not null,
  scenario text not null check (scenario in ('seen', 'low', 'base', 'high')),
  day date not null,
  value double precision not null,
  primary key (organisation_id, driver_id, scenario, day)
);

-- A forecast as it was made; earlier ones are kept, so that what was expected can be laid beside what came.
create table plan_forecast (
  organisation_id uuid not null,
  forecast_id uuid not null,
  queue_id uuid not null,
  made_at timestamptz not null,
  -- The first day that it foretells.
  from_day date not null,
  to_day date not null,
  -- The last day that it foretells by interval.
  cells_to date not null,
  method_version text not null,
  inputs_version integer not null,
  -- Effects, backtest, odd days and what else was found on the way.
  report jsonb not null,
  primary key (organisation_id, forecast_id)
);
create index plan_forecast_by_queue on plan_forecast (organisation_id, queue_id, made_at);

create table plan_forecast_cell (
  organisation_id uuid not null,
  forecast_id uuid not null,
  starts_at timestamptz not null,
  mean double precision not null,
  lo95 double precision not null,
  hi95 double precision not null,
  primary key (organisation_id, forecast_id, starts_at)
);
create table plan_forecast_day (
  organisation_id uuid not null,
  forecast_id uuid not null,
  day date not null,
  mean double precision not null,
  lo95 double precision not null,
  hi95 double precision not null,
  -- Standard deviation of the day's total beyond chance (Poisson), over its mean.
  cv double precision not null,
  -- The factors that multiply to the mean, in order.
  parts jsonb not null,
  primary key (organisation_id, forecast_id, day)
);

alter table plan_queue
  add foreign key (organisation_id, created_by) references person (organisation_id, person_id);
alter table plan_opening_exception
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id);
alter table plan_traffic_delivery
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id),
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table plan_traffic_refusal
  add foreign key (organisation_id, delivery_id)
    references plan_traffic_delivery (organisation_id, delivery_id) on delete cascade;
alter table plan_traffic
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id);
alter table plan_day_mark
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id),
  add foreign key (organisation_id, marked_by) references person (organisation_id, person_id);
alter table plan_event_kind
  add foreign key (organisation_id) references organisation (organisation_id);
alter table plan_event
  add foreign key (organisation_id, kind_id) references plan_event_kind (organisation_id, kind_id),
  add foreign key (organisation_id, created_by) references person (organisation_id, person_id);
alter table plan_shock
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id),
  add foreign key (organisation_id, changed_by) references person (organisation_id, person_id);
alter table plan_driver
  add foreign key (organisation_id) references organisation (organisation_id);
alter table plan_driver_value
  add foreign key (organisation_id, driver_id)
    references plan_driver (organisation_id, driver_id) on delete cascade;
alter table plan_forecast
  add foreign key (organisation_id, queue_id) references plan_queue (organisation_id, queue_id);
alter table plan_forecast_cell
  add foreign key (organisation_id, forecast_id)
    references plan_forecast (organisation_id, forecast_id) on delete cascade;
alter table plan_forecast_day
  add foreign key (organisation_id, forecast_id)
    references plan_forecast (organisation_id, forecast_id) on delete cascade;
