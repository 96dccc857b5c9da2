/** The frame of the pages about people: the parts of Plan, and the four questions beside one another. */
import type { PageProps } from '../../design/page.tsx'
import { PartsMenu } from '../../design/parts-menu.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { PlanFrame } from '../plan-frame.tsx'

const tabs = [
  { id: 'plan', to: '/plan/people' },
  { id: 'scenarios', to: '/plan/people/scenarios' },
  { id: 'recruitment', to: '/plan/people/recruitment' },
  { id: 'flow', to: '/plan/people/flow' },
] as const

type FrameProps = Omit<PageProps, 'trail'> & { readonly tab: (typeof tabs)[number]['id'] }

export function PeopleFrame({ tab, children, ...page }: FrameProps) {
  const t = useTexts(headcountTexts)
  return (
    <PlanFrame part="people" {...page}>
      <PartsMenu
        label={t('tabs')}
        current={tab}
        parts={tabs.map(({ id, to }) => ({ id, to, label: t(`tab.${id}`) }))}
      />
      {children}
    </PlanFrame>
  )
}
