/** The home page's task of everybody who is an agent: the next shift, and colleagues who wait for an answer. */
import { Link } from '@tanstack/react-router'
import { localOf } from '../../../src/plan/shifts/rules/local-days.ts'
import { linkTo } from '../../design/path-target.ts'
import type { HomeCards } from '../../home/slots.ts'
import { ownShiftTexts } from '../../i18n/own-shifts.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useShiftTimes } from '../shift-times.ts'
import { askedOf } from './asked-of-me.tsx'
import { nextOf } from './next-of.ts'
import { type OwnView, useOwn } from './use-own.ts'

function MyShift() {
  const t = useTexts(ownShiftTexts)
  const { span } = useShiftTimes()
  const { time } = useFormats()
  const own = useOwn().data as OwnView | undefined
  if (!own?.agent) return null
  const { shift, isOn } = nextOf(own.shifts, new Date())
  const asked = askedOf(own).length
  return (
    <>
      {shift && (
        <p>
          <Link {...linkTo({ to: '/plan/own' })}>
            {isOn
              ? t('home.now', { time: time(localOf(shift.to).time) })
              : t('home.next', { span: span(shift) })}
          </Link>
        </p>
      )}
      {asked > 0 && (
        <p>
          <Link {...linkTo({ to: '/plan/own' })}>{t('home.asked', { count: asked })}</Link>
        </p>
      )}
    </>
  )
}

export const ownHome: HomeCards = {
  tasks: [{ id: 'my-shift', roles: ['agent', 'editor', 'planner', 'manager', 'admin'], component: MyShift }],
}
