-- Understand: where enquiries come from, every enquiry in every channel, and the topics that they are about.

create table intake_source (
  organisation_id uuid not null,
  source_id uuid not null,
  name text not null,
  -- Which reader understands it: 'table', 'json', 'zendesk', 'mbox', 'live', 'imap', 'tally' and so on.
  reader text not null,
  -- What counts as one contact here, in the organisation's own words.
  contact_definition text not null,
  -- How columns and words are understood; what a reader needs beside the file.
  profile jsonb not null,
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  retired_at timestamptz,
  primary key (organisation_id, source_id),
  unique (organisation_id, name)
);

-- One delivery from a source: a file, a fetch from a mailbox, an hour of live records, a tally.
create table intake_batch (
  organisation_id uuid not null,
  batch_id uuid not null,
  source_id uuid not null,
  file_name text,
  content_hash text,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  job_id text,
  -- The person who brought it in; nobody for a machine.
  person_id uuid,
  received_at timestamptz not null,
  finished_at timestamptz,
  rows_read bigint not null default 0,
  -- New rows, rows that were there already and as they are, rows that had changed, refused rows.
  rows_landed bigint not null default 0,
  rows_known bigint not null default 0,
  rows_changed bigint not null default 0,
  rows_refused bigint not null default 0,
  -- Contacts in the rows that landed: the sum of their weights.
  contacts_landed double precision not null default 0,
  -- How often each kind of personal data was masked, and how much quoted history and signature was cut.
  masked jsonb not null default '{}',
  error text,
  primary key (organisation_id, batch_id)
);
create index intake_batch_by_source on intake_batch (organisation_id, source_id, received_at);

create table intake_refusal (
  organisation_id uuid not null,
  batch_id uuid not null,
  refusal_number integer not null,
  line bigint,
  path text,
  reason text not null,
  params jsonb not null default '{}',
  primary key (organisation_id, batch_id, refusal_number)
);

-- The canonical record (U1.1). What a source lacks stays null. Texts are masked before they come here.
create table enquiry (
  organisation_id uuid not null,
  -- From the source and the source's own id, so that the same record is the same row whenever it arrives.
  enquiry_id uuid not null,
  source_id uuid not null,
  source_record_id text not null,
  batch_id uuid not null,
  -- The conversation that it is a leg of, when it is one of several.
  contact_id text,
  leg_of text,
  channel text not null check (channel in
    ('phone', 'email', 'chat', 'messenger', 'chatbot', 'social', 'web', 'post', 'inPerson')),
  direction text not null check (direction in ('in', 'out')),
  started_at timestamptz not null,
  -- The local day (Europe/Oslo) of started_at: what counts per day, week and month are made of.
  started_on date not null,
  customer_key text,
  text text,
  -- Names the normalised text: the same text has the same topic.
  text_key uuid,
  agent_text text,
  reason_code text,
  queue text,
  wait_seconds integer,
  handle_seconds integer,
  transfers integer,
  outcome text,
  resolved boolean,
  tried_self_service boolean,
  csat double precision,
  -- How many contacts the row stands for; more than 1 only for count-only rows.
  weight double precision not null default 1 check (weight > 0),
  language text check (language in ('nb', 'nn', 'en', 'other')),
  primary key (organisation_id, enquiry_id)
);
create index enquiry_by_day on enquiry (organisation_id, started_on);
create index enquiry_by_text on enquiry (organisation_id, text_key) where text_key is not null;
create index enquiry_by_customer on enquiry (organisation_id, customer_key, started_at) where customer_key is not null;
create index enquiry_by_code on enquiry (organisation_id, source_id, reason_code) where reason_code is not null;
create index enquiry_by_batch on enquiry (organisation_id, batch_id);

create table topic (
  organisation_id uuid not null,
  topic_id uuid not null,
  parent_id uuid,
  name text not null,
  -- A name that a person gave is never changed by a new grouping.
  name_given boolean not null default false,
  -- proposed by the grouping; confirmed by a person; parked on purpose; gone into another or fallen apart.
  state text not null check (state in ('proposed', 'confirmed', 'parked', 'gone')),
  gone_into uuid,
  -- The topic of rows that say nothing: empty texts and codes that nobody has explained.
  unexplained boolean not null default false,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  primary key (organisation_id, topic_id)
);

-- Which topics a text is about. The shares of a text sum to 1, so that sums over topics are sums over enquiries.
create table text_topic (
  organisation_id uuid not null,
  text_key uuid not null,
  topic_id uuid not null,
  share double precision not null check (share > 0 and share <= 1),
  -- 0–1: how sure the assignment is; 1 for a person's own.
  certainty real not null,
  origin text not null check (origin in ('group', 'model', 'person')),
  -- Waits in the tray for a person: the three nearest are in `nearest`.
  unsure boolean not null default false,
  -- [{topicId, certainty}], best first.
  nearest jsonb not null default '[]',
  assigned_at timestamptz not null,
  primary key (organisation_id, text_key, topic_id)
);
create index text_topic_by_topic on text_topic (organisation_id, topic_id);
create index text_topic_unsure on text_topic (organisation_id, certainty) where unsure;

-- How the contacts of a reason code (a row without text) are spread over topics; shares sum to 1.
create table code_topic (
  organisation_id uuid not null,
  source_id uuid not null,
  reason_code text not null,
  topic_id uuid not null,
  share double precision not null check (share > 0 and share <= 1),
  -- Estimated from channels with text, or set by a person.
  origin text not null check (origin in ('estimate', 'person')),
  assigned_at timestamptz not null,
  primary key (organisation_id, source_id, reason_code, topic_id)
);

-- Append-only: every decision of a person about topics, in order. Undoing is a decision too.
create table topic_decision (
  organisation_id uuid not null,
  decision_number bigint not null,
  at timestamptz not null,
  person_id uuid not null,
  kind text not null,
  body jsonb not null,
  -- The decision that this one takes back.
  undoes bigint,
  primary key (organisation_id, decision_number)
);

-- Each grouping of the whole log, with its figures.
create table topic_fit (
  organisation_id uuid not null,
  fit_id uuid not null,
  job_id text,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  settings jsonb not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  person_id uuid,
  -- Texts, topics, seconds, how many texts moved.
  figures jsonb not null default '{}',
  error text,
  primary key (organisation_id, fit_id)
);

-- What a grouping learned, in parts, so that any server can assign new enquiries with it.
create table topic_model (
  organisation_id uuid not null,
  fit_id uuid not null,
  part text not null,
  bytes bytea not null,
  primary key (organisation_id, fit_id, part)
);

-- What moved in a grouping: texts and contacts from topic to topic.
create table topic_move (
  organisation_id uuid not null,
  fit_id uuid not null,
  move_number integer not null,
  from_topic_id uuid,
  to_topic_id uuid,
  texts integer not null,
  contacts double precision not null,
  primary key (organisation_id, fit_id, move_number)
);

alter table intake_source
  add foreign key (organisation_id, created_by) references person (organisation_id, person_id);
alter table intake_batch
  add foreign key (organisation_id, source_id) references intake_source (organisation_id, source_id);
alter table intake_refusal
  add foreign key (organisation_id, batch_id) references intake_batch (organisation_id, batch_id) on delete cascade;
alter table topic
  add foreign key (organisation_id, parent_id) references topic (organisation_id, topic_id),
  add foreign key (organisation_id, gone_into) references topic (organisation_id, topic_id);
alter table text_topic
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id);
alter table code_topic
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id);
alter table topic_decision
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table topic_model
  add foreign key (organisation_id, fit_id) references topic_fit (organisation_id, fit_id) on delete cascade;
alter table topic_move
  add foreign key (organisation_id, fit_id) references topic_fit (organisation_id, fit_id) on delete cascade;
