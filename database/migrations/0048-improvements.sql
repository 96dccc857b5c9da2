-- Improvements with their measured effect, what agents suggest, and what is watched: alarms and who is told of them.

create table improvement (
  organisation_id uuid not null,
  improvement_id uuid not null,
  title text not null,
  cause text not null check (cause in ('interface', 'backend', 'price', 'process', 'information', 'training')),
  hypothesis text not null default '',
  owner_id uuid,
  due_on date,
  -- The part of the contacts that should go away, 0–1.
  expected_drop double precision check (expected_drop > 0 and expected_drop <= 1),
  state text not null check (state in ('proposed', 'decided', 'underWay', 'inEffect', 'dropped')),
  -- The first day on which it is in effect.
  in_effect_from date,
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  primary key (organisation_id, improvement_id)
);
create table improvement_topic (
  organisation_id uuid not null,
  improvement_id uuid not null,
  topic_id uuid not null,
  primary key (organisation_id, improvement_id, topic_id)
);
create index improvement_topic_by_topic on improvement_topic (organisation_id, topic_id);

-- Append-only: what happened to it, and what people noted.
create table improvement_event (
  organisation_id uuid not null,
  improvement_id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('created', 'changed', 'moved', 'noted')),
  state text,
  text text not null default '',
  at timestamptz not null,
  person_id uuid not null,
  primary key (organisation_id, improvement_id, event_id)
);

create table suggestion (
  organisation_id uuid not null,
  suggestion_id uuid not null,
  topic_id uuid,
  answer_id uuid,
  text text not null,
  sender_id uuid not null,
  sent_at timestamptz not null,
  -- waiting until the sender has an answer; open while something may still come of it.
  state text not null check (state in ('waiting', 'answered', 'closed')),
  answered_at timestamptz,
  closed_at timestamptz,
  -- What came of it.
  improvement_id uuid,
  changes_answer boolean not null default false,
  primary key (organisation_id, suggestion_id),
  -- Nothing is closed that the sender has no answer to.
  check (state = 'waiting' or answered_at is not null)
);
create index suggestion_by_sender on suggestion (organisation_id, sender_id);
create index suggestion_by_topic on suggestion (organisation_id, topic_id);
create table suggestion_event (
  organisation_id uuid not null,
  suggestion_id uuid not null,
  event_id uuid not null,
  kind text not null check (kind in ('reply', 'improvement', 'answer', 'closed')),
  text text not null default '',
  at timestamptz not null,
  person_id uuid not null,
  primary key (organisation_id, suggestion_id, event_id)
);

-- How far the watch has come: every day is looked at once.
create table watch_day (
  organisation_id uuid not null,
  day date not null,
  looked_at timestamptz not null,
  series integer not null,
  primary key (organisation_id, day)
);
create table watch_alarm (
  organisation_id uuid not null,
  alarm_id uuid not null,
  kind text not null check (kind in ('spike', 'emerging', 'search', 'consistency', 'stale', 'silent')),
  -- What it is about, for telling whether it is there already: topic and channel, source, answer, words.
  subject text not null,
  topic_id uuid,
  channel text,
  source_id uuid,
  answer_id uuid,
  first_day date not null,
  last_day date not null,
  figures jsonb not null,
  state text not null check (state in ('open', 'seen', 'closed')),
  note text not null default '',
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid,
  primary key (organisation_id, alarm_id)
);
create index watch_alarm_by_subject on watch_alarm (organisation_id, kind, subject, last_day);
create index watch_alarm_by_day on watch_alarm (organisation_id, last_day);
-- Records behind an alarm that no filter of the log can name.
create table watch_alarm_text (
  organisation_id uuid not null,
  alarm_id uuid not null,
  text_key uuid not null,
  primary key (organisation_id, alarm_id, text_key)
);

create table alert_subscription (
  organisation_id uuid not null,
  subscription_id uuid not null,
  person_id uuid not null,
  way text not null check (way in ('email', 'webhook')),
  -- Where a webhook is sent; a letter goes to the person's own address.
  url text,
  -- Sealed; what a webhook is signed with.
  secret bytea,
  kinds text[] not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (organisation_id, subscription_id)
);
create table alert_delivery (
  organisation_id uuid not null,
  delivery_id uuid not null,
  subscription_id uuid not null,
  body jsonb not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  attempts integer not null default 0,
  -- What the receiver answered, or why there was no answer.
  outcome text,
  created_at timestamptz not null,
  tried_at timestamptz,
  primary key (organisation_id, delivery_id)
);
create index alert_delivery_by_time on alert_delivery (organisation_id, created_at);

alter table improvement
  add foreign key (organisation_id, owner_id) references person (organisation_id, person_id),
  add foreign key (organisation_id, created_by) references person (organisation_id, person_id);
alter table improvement_topic
  add foreign key (organisation_id, improvement_id) references improvement (organisation_id, improvement_id),
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id);
alter table improvement_event
  add foreign key (organisation_id, improvement_id) references improvement (organisation_id, improvement_id),
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table suggestion
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id),
  add foreign key (organisation_id, answer_id) references answer (organisation_id, answer_id),
  add foreign key (organisation_id, improvement_id) references improvement (organisation_id, improvement_id),
  add foreign key (organisation_id, sender_id) references person (organisation_id, person_id);
alter table suggestion_event
  add foreign key (organisation_id, suggestion_id) references suggestion (organisation_id, suggestion_id),
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table watch_alarm
  add foreign key (organisation_id, topic_id) references topic (organisation_id, topic_id),
  add foreign key (organisation_id, source_id) references intake_source (organisation_id, source_id),
  add foreign key (organisation_id, answer_id) references answer (organisation_id, answer_id),
  add foreign key (organisation_id, settled_by) references person (organisation_id, person_id);
alter table watch_alarm_text
  add foreign key (organisation_id, alarm_id) references watch_alarm (organisation_id, alarm_id) on delete cascade;
alter table alert_subscription
  add foreign key (organisation_id, person_id) references person (organisation_id, person_id);
alter table alert_delivery
  add foreign key (organisation_id, subscription_id) references alert_subscription (organisation_id, subscription_id);
