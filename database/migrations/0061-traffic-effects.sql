-- Effects are learned day by day from when a kind begins; the planner's own word stands on each event.
alter table plan_event_kind drop column lag_to;
alter table plan_event_kind drop column adjustment;
alter table plan_event
  -- The planner's own multiplier on the day of the largest effect, in place of what is learned.
  add column factor double precision check (factor > 0 and factor <= 20);
alter table plan_driver
  -- Traffic answers to the value of so many days ago.
  add column lag_days integer not null default 0 check (lag_days between 0 and 60);
