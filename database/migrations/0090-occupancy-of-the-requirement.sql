-- How busy people are follows from the requirement until somebody has said something else. Whoever saved the form without
-- touching the figure has 0.8 there, which was nobody's.
alter table plan_headcount_setting alter column occupancy drop not null;
update plan_headcount_setting set occupancy = null where occupancy = 0.8;
