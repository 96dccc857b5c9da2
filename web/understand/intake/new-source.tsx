/** A source without a file: another system, a mailbox, or counting by hand. */
import { Dropdown } from '@digdir/designsystemet-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SourceKind } from '../../../src/understand/intake/rules/source-kinds.ts'
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { SourceDialog } from './source-dialog.tsx'

const kinds = ['live', 'imap', 'tally'] as const satisfies readonly SourceKind[]

export function NewSource() {
  const t = useTexts(intakeTexts)
  const navigate = useNavigate()
  const [kind, setKind] = useState<SourceKind>()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Dropdown.TriggerContext>
        <Dropdown.Trigger variant="secondary" onClick={() => setOpen(!open)}>
          {t('newSource')}
        </Dropdown.Trigger>
        <Dropdown open={open} onClose={() => setOpen(false)}>
          <Dropdown.List>
            {kinds.map((each) => (
              <Dropdown.Item key={each}>
                <Dropdown.Button
                  onClick={() => {
                    setOpen(false)
                    setKind(each)
                  }}
                >
                  {t(`kind.${each}`)}
                </Dropdown.Button>
              </Dropdown.Item>
            ))}
          </Dropdown.List>
        </Dropdown>
      </Dropdown.TriggerContext>
      <SourceDialog
        open={kind !== undefined}
        kind={kind ?? 'live'}
        onClose={() => setKind(undefined)}
        onMade={(sourceId) =>
          void navigate({ to: '/understand/intake/sources/$sourceId', params: { sourceId } })
        }
      />
    </>
  )
}
