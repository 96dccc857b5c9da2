/** The frame of the pages about staffing: the parts of Plan, and the four of staffing beside one another. */
import type { PageProps } from '../../design/page.tsx'
import { PartsMenu } from '../../design/parts-menu.tsx'
import type { PathTarget } from '../../design/path-target.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { PlanFrame } from '../plan-frame.tsx'
import './staffing.css'

export const staffingParts = ['week', 'targets', 'shrinkage', 'calculator'] as const
export type StaffingPart = (typeof staffingParts)[number]

const to: Readonly<Record<StaffingPart, PathTarget['to']>> = {
  week: '/plan/staffing',
  targets: '/plan/staffing/targets',
  shrinkage: '/plan/staffing/shrinkage',
  calculator: '/plan/staffing/calculator',
}

type FrameProps = Omit<PageProps, 'trail'> & { readonly current: StaffingPart }

export function StaffingFrame({ current, children, ...page }: FrameProps) {
  const t = useTexts(staffingTexts)
  return (
    <PlanFrame part="staffing" {...page}>
      <PartsMenu
        label={t('parts')}
        current={current}
        parts={staffingParts.map((id) => ({ id, to: to[id], label: t(`part.${id}`) }))}
      />
      {children}
    </PlanFrame>
  )
}
