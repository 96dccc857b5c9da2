-- What was done about a day in the plan of shifts: each shift's times before and after, so that it can be taken back.
-- Null where the plan was left as it is.
alter table plan_day_action add column changes jsonb;
