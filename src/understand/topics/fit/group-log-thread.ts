import type { ThreadContext } from '../../../platform/jobs/index.ts'
import { type GroupedLog, type GroupLogInput, groupLog } from './group-log.ts'

export function run(input: GroupLogInput, { progress }: ThreadContext): Promise<GroupedLog> {
  return groupLog(input, progress)
}
