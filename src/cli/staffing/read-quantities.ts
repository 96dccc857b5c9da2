/** Quantities of the command line: every one says its unit, and one that does not is refused by the name of its option. */

import type { ServiceTarget } from '../../plan/staffing/rules/service-target.ts'
import { WrongUsage } from '../command.ts'

const unitSeconds = { s: 1, m: 60, h: 3600 } as const

/** `180s`, `30m`, `1.5h`: seconds. */
export function readDuration(option: string, text: string): number {
  const found = /^(\d{1,9}(?:\.\d{1,6})?)(s|m|h)$/.exec(text)
  if (!found) {
    const hint = /^[\d.]+$/.test(text) ? `: ${text} of what? s, m or h` : ''
    throw new WrongUsage(`${option} is a time such as 180s, 30m or 1.5h, not ${text || 'nothing'}${hint}`)
  }
  return Number(found[1]) * unitSeconds[found[2] as keyof typeof unitSeconds]
}

export function readPositiveDuration(option: string, text: string): number {
  const seconds = readDuration(option, text)
  if (seconds === 0) throw new WrongUsage(`${option} is longer than nothing`)
  return seconds
}

/** `5%`: .05. */
export function readPercent(option: string, text: string): number {
  const found = /^(\d{1,3}(?:\.\d{1,6})?)%$/.exec(text)
  const percent = Number(found?.[1])
  if (!found || percent > 100) throw new WrongUsage(`${option} is a percentage such as 5%, not ${text}`)
  return percent / 100
}

/** `0.8`: a probability between 0 and 1, neither of them. */
export function readChance(option: string, text: string): number {
  const chance = /^0?\.\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(chance > 0 && chance < 1))
    throw new WrongUsage(`${option} is a probability between 0 and 1 such as 0.8, not ${text}`)
  return chance
}

/** A number of calls: `100`, `12.5`. */
export function readAmount(option: string, text: string): number {
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(text))
    throw new WrongUsage(`${option} is a number such as 100, not ${text || 'nothing'}`)
  return Number(text)
}

/** `80/20s`: that percentage within that time. */
function readServiceLevel(option: string, text: string) {
  const found = /^(\d{1,2}(?:\.\d{1,6})?)%?\/(\d.*)$/.exec(text)
  const share = Number(found?.[1]) / 100
  if (!found || !(share > 0))
    throw new WrongUsage(`${option} is a percentage below 100 and a time such as 80/20s, not ${text}`)
  return { share, withinSeconds: readDuration(option, found[2]!), convention: 'ofOffered' as const }
}

export type TargetOptions = {
  readonly target?: string | undefined
  readonly 'max-abandon'?: string | undefined
  readonly 'max-occupancy'?: string | undefined
  readonly 'max-wait'?: string | undefined
  readonly patience?: string | undefined
}

/** The target that is asked for; 80/20s when nothing is. */
export function readTarget(options: TargetOptions): ServiceTarget {
  const { target, 'max-abandon': abandon, 'max-occupancy': occupancy, 'max-wait': wait } = options
  const some = [target, abandon, occupancy, wait].some((text) => text !== undefined)
  const level = target ?? (some ? undefined : '80/20s')
  const asked: ServiceTarget = {
    serviceLevel: level === undefined ? null : readServiceLevel('--target', level),
    maxMeanWaitSeconds: wait === undefined ? null : readPositiveDuration('--max-wait', wait),
    maxAbandon: abandon === undefined ? null : readPercent('--max-abandon', abandon),
    maxOccupancy: occupancy === undefined ? null : readPercent('--max-occupancy', occupancy),
  }
  if (asked.maxAbandon !== null && options.patience === undefined)
    throw new WrongUsage('--max-abandon needs --patience: without it nobody gives up')
  if (asked.maxAbandon === 0) throw new WrongUsage('--max-abandon is above 0%: somebody always gives up')
  if (asked.maxOccupancy === 0) throw new WrongUsage('--max-occupancy is above 0%')
  return asked
}
