-- What a person sees of long work. The queue itself is pg-boss's own schema, made by pg-boss at start.

create table job_progress (
  job_id uuid primary key,
  name text not null,
  organisation_id uuid,
  fraction double precision not null default 0 check (fraction between 0 and 1),
  note text,
  cancel_requested boolean not null default false,
  updated_at timestamptz not null default now()
);
