-- Organisations, their people, invitations and the audit log; sign-in; answers kept for idempotency keys.
-- Sign-in tables are not tenant tables: one account may open several organisations.

create table sign_in_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table sign_in_session (
  id text primary key,
  token text not null unique,
  user_id text not null,
  active_organisation_id uuid,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_session_user on sign_in_session (user_id);

create table sign_in_account (
  id text primary key,
  user_id text not null,
  account_id text not null,
  provider_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_account_user on sign_in_account (user_id);

create table sign_in_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index sign_in_verification_identifier on sign_in_verification (identifier);

-- Failed attempts per account and per address. The key is a hash: the table names nobody.
create table sign_in_guard (
  guard_key text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);

create table organisation (
  organisation_id uuid primary key,
  name text not null,
  demo boolean not null default false,
  created_at timestamptz not null
);

create table person (
  organisation_id uuid not null,
  person_id uuid not null,
  user_id text,
  name text not null,
  email text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  roles text[] not null,
  active boolean not null default true,
  created_at timestamptz not null,
  primary key (organisation_id, person_id),
  unique (organisation_id, email),
  unique (organisation_id, user_id)
);
create index person_user on person (user_id);

create table invitation (
  organisation_id uuid not null,
  invitation_id uuid not null,
  token_hash text not null,
  name text not null,
  email text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  roles text[] not null,
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (organisation_id, invitation_id),
  unique (organisation_id, token_hash)
);

-- Append-only: nothing in the product updates or deletes a row.
create table audit_entry (
  organisation_id uuid not null,
  audit_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}',
  request_id text,
  primary key (organisation_id, audit_id)
);
create index audit_entry_subject on audit_entry (organisation_id, subject_kind, subject_id);

create table idempotency_key (
  organisation_id uuid not null,
  person_id uuid not null,
  idempotency_key text not null,
  fingerprint text not null,
  started_at timestamptz not null,
  status integer,
  content_type text,
  body text,
  primary key (organisation_id, person_id, idempotency_key)
);
create index idempotency_key_started on idempotency_key (started_at);
