-- What the planner says with a yes or a no to an absence or a swap. Never anything about health.
alter table plan_absence add column answer text not null default '';
alter table plan_swap add column answer text not null default '';
