-- Kept figures of Understand: what a page needs of a million enquiries in a few thousand rows. Made anew from the
-- enquiries and their topics whenever these have changed; nothing here is ever the only copy of anything.

-- How far the figures have come. A new version is written beside the old one and taken into use at once.
create table figure_stamp (
  organisation_id uuid not null,
  version integer not null,
  -- What enquiries, topics and decisions looked like when the version was made.
  fingerprint text not null,
  built_at timestamptz not null,
  build_seconds double precision not null,
  records bigint not null,
  first_day date,
  last_day date,
  -- A server that makes the next version says so here; others wait or use the old one.
  building_since timestamptz,
  primary key (organisation_id)
);

-- Later legs of a conversation: not contacts of their own.
create table enquiry_leg (
  organisation_id uuid not null,
  enquiry_id uuid not null,
  head_id uuid not null,
  primary key (organisation_id, enquiry_id)
);
create index enquiry_leg_by_head on enquiry_leg (organisation_id, head_id);

-- Contacts by topic, channel and day. An enquiry about two topics counts half in each, so that sums reconcile.
-- Two topics that are none: 00000000-… waits for its topic, ffffffff-… has neither text nor a known code.
create table topic_day (
  organisation_id uuid not null,
  version integer not null,
  day date not null,
  topic_id uuid not null,
  channel text not null,
  contacts double precision not null,
  -- The part of them that is known by a reason code only.
  estimated double precision not null,
  unsure double precision not null,
  wait_n double precision not null,
  wait_sum double precision not null,
  handle_n double precision not null,
  handle_sum double precision not null,
  asked double precision not null,
  tried double precision not null,
  csat_n double precision not null,
  csat_sum double precision not null,
  csat_squares double precision not null,
  -- Satisfaction of those who were asked whether they tried the web first, and did; and of those who did not.
  tried_n double precision not null,
  tried_sum double precision not null,
  tried_squares double precision not null,
  straight_n double precision not null,
  straight_sum double precision not null,
  straight_squares double precision not null,
  primary key (organisation_id, version, day, topic_id, channel)
);
create index topic_day_by_topic on topic_day (organisation_id, version, topic_id, day);

-- Cases by topic, channel and day of their first contact; the gap in days stands in the names.
create table case_day (
  organisation_id uuid not null,
  version integer not null,
  day date not null,
  topic_id uuid not null,
  channel text not null,
  cases_1 double precision not null,
  once_1 double precision not null,
  cases_3 double precision not null,
  once_3 double precision not null,
  cases_7 double precision not null,
  once_7 double precision not null,
  contacts_7 double precision not null,
  censored_7 double precision not null,
  cases_30 double precision not null,
  once_30 double precision not null,
  -- Cases that began with a machine and went on with a person.
  to_people_7 double precision not null,
  primary key (organisation_id, version, day, topic_id, channel)
);
create index case_day_by_topic on case_day (organisation_id, version, topic_id, day);

-- Steps from channel to channel within cases, by the day of the later contact.
create table case_hop (
  organisation_id uuid not null,
  version integer not null,
  day date not null,
  topic_id uuid not null,
  from_channel text not null,
  to_channel text not null,
  steps double precision not null,
  bounces double precision not null,
  primary key (organisation_id, version, day, topic_id, from_channel, to_channel)
);
create index case_hop_by_topic on case_hop (organisation_id, version, topic_id, day);

-- The first and the last day on which a topic was asked about.
create table topic_span (
  organisation_id uuid not null,
  version integer not null,
  topic_id uuid not null,
  first_day date not null,
  last_day date not null,
  primary key (organisation_id, version, topic_id)
);

create index text_topic_by_time on text_topic (organisation_id, assigned_at);
