/**
 * The door for features that ask who is on when. It stands apart from the rest of shifts, which itself asks staffing
 * and traffic, so that nobody waits for one another in a ring.
 */
export {
  type QueueSchedule,
  type ReadSchedule,
  readSchedule,
  readScheduleMaker,
  readSchedules,
  type ScheduleCell,
  type ScheduleMaker,
} from './read-schedule.ts'
