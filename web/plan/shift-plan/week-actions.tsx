/** The weeks beside, publishing, earlier versions, copying, and the plan as a file or on paper. */
import { Button, Dropdown } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays } from '../../../src/kernel/calendar.ts'
import type { JudgedWeek } from '../../../src/plan/shifts/rules/judged-week.ts'
import type { WeekView } from '../../../src/plan/shifts/week/contract.ts'
import { client } from '../../api.ts'
import { Icon } from '../../design/icon.tsx'
import { LinkButton } from '../../design/link-button.tsx'
import { useProblemText } from '../../design/states.tsx'
import { saveFile } from '../../design/table/save-file.ts'
import { useToast } from '../../design/toast.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { CopyDialog } from './copy-dialog.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import type { Draft } from './use-draft.ts'
import type { Save } from './use-save.ts'
import { weekNumber } from './use-title.ts'
import { VersionsDialog } from './versions-dialog.tsx'

type Props = {
  readonly week: WeekView
  readonly draft: Draft
  readonly now: JudgedWeek
  readonly save: Save
}

export function WeekActions({ week, draft, now, save }: Props) {
  const t = useTexts(shiftPlanTexts)
  const [open, setOpen] = useState<'publish' | 'versions' | 'copy' | null>(null)
  const { weekStart } = week
  const close = () => setOpen(null)
  const beside = (weeks: number) => addDays(weekStart, 7 * weeks)
  const isSeen = week.publishedRevision === week.revision && !draft.isChanged
  return (
    <>
      <LinkButton to="/plan/shifts/$week" params={{ week: beside(-1) }} variant="tertiary">
        <Icon name="left" /> {t('actions.week', { week: weekNumber(beside(-1)) })}
      </LinkButton>
      <LinkButton to="/plan/shifts/$week" params={{ week: beside(1) }} variant="tertiary">
        {t('actions.week', { week: weekNumber(beside(1)) })} <Icon name="right" />
      </LinkButton>
      <More {...{ weekStart, onOpen: setOpen }} />
      <Button disabled={isSeen || draft.shifts.length === 0} onClick={() => setOpen('publish')}>
        {t('actions.publish')}
      </Button>
      <PublishDialog {...{ week, draft, now, save }} open={open === 'publish'} onClose={close} />
      <VersionsDialog {...{ week, draft }} open={open === 'versions'} onClose={close} />
      <CopyDialog {...{ week, draft }} open={open === 'copy'} onClose={close} />
    </>
  )
}

type MoreProps = {
  readonly weekStart: string
  readonly onOpen: (what: 'versions' | 'copy') => void
}

function More({ weekStart, onOpen }: MoreProps) {
  const t = useTexts(shiftPlanTexts)
  const toast = useToast()
  const text = useProblemText()
  const download = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => client.shifts.week.export({ weekStart, format }) as Promise<File>,
    onSuccess: (file) => saveFile(file.name, file),
    onError: (error) => toast({ text: text(error) }),
  })
  const items: readonly (readonly [string, () => void])[] = [
    [t('actions.copy'), () => onOpen('copy')],
    [t('actions.versions'), () => onOpen('versions')],
    [t('actions.csv'), () => download.mutate('csv')],
    [t('actions.xlsx'), () => download.mutate('xlsx')],
    [t('actions.print'), () => window.print()],
  ]
  return (
    <Dropdown.TriggerContext>
      <Dropdown.Trigger variant="tertiary">{t('actions.more')}</Dropdown.Trigger>
      <Dropdown placement="bottom-end">
        <Dropdown.List>
          {items.map(([label, act]) => (
            <Dropdown.Item key={label}>
              <Dropdown.Button onClick={act}>{label}</Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  )
}
