import { Button } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { PracticeAnswer, TargetLine, Verdict } from '../../../src/measure/practice/contract.ts'
import { isLessBetter, readFigure } from '../../../src/measure/trend/rules/figure.ts'
import { linkTo } from '../../design/path-target.ts'
import { Status, type Tone } from '../../design/status.tsx'
import type { TableColumn } from '../../design/table/column.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useFigureName } from '../trend/words.ts'
import { figureLink } from './links.ts'
import { TargetInterval } from './target-interval.tsx'

const tones: Readonly<Record<Verdict, Tone>> = {
  reached: 'good',
  notReached: 'warning',
  cannotTell: 'neutral',
}

/** A level as people say it: at least 80; at most 4 % (1 of 25). */
export function useLevelText({
  method,
}: Pick<PracticeAnswer, 'method'>): (figure: string, level: number) => string {
  const t = useTexts(practiceTexts)
  const { number } = useFormats()
  return (figure, level) => {
    const read = readFigure(figure)
    const isShare = read?.kind === 'share'
    if (!read || !isLessBetter(read))
      return t('targets.atLeast', { level: `${number(level)}${isShare ? ' %' : ''}` })
    const of = method.contactsPerParticipant
    const count = (level * of) / 100
    return Number.isInteger(Number(count.toFixed(6)))
      ? t('targets.atMostCount', { level: number(level), contacts: Number(count.toFixed(0)), of })
      : t('targets.atMost', { level: number(level) })
  }
}

type Props = { readonly answer: PracticeAnswer; readonly onEdit?: (figure: string) => void }

/** Each target with what has been measured, the distance, and what can be said about it. */
export function TargetTable({ answer, onEdit }: Props) {
  const t = useTexts(practiceTexts)
  const columns = useColumns(answer, onEdit)
  return (
    <DataTable
      title={t('targets.title')}
      name="targets"
      rows={answer.targets}
      columns={columns}
      rowKey={({ figure }) => figure}
    />
  )
}

function useColumns(answer: PracticeAnswer, onEdit: Props['onEdit']): readonly TableColumn<TargetLine>[] {
  const t = useTexts(practiceTexts)
  const format = useFormats()
  const figureName = useFigureName()
  const levelText = useLevelText(answer)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the level's text follows the answer and the language
  return useMemo(
    () => [
      {
        id: 'figure',
        header: t('targets.figure'),
        value: (line) => figureName(line),
        cell: (line) => <FigureLink answer={answer} line={line} />,
      },
      { id: 'level', header: t('targets.level'), value: ({ figure, level }) => levelText(figure, level) },
      { id: 'now', header: t('targets.now'), value: ({ known }) => known?.value ?? null, decimals: 1 },
      {
        id: 'interval',
        header: t('targets.interval'),
        sortable: false,
        value: ({ known }) => (known?.interval ? format.interval(...known.interval) : null),
        cell: (line) => <TargetInterval line={line} />,
      },
      { id: 'n', header: t('targets.n'), value: ({ known }) => known?.n ?? null },
      {
        id: 'distance',
        header: t('targets.distance'),
        value: ({ distance }) => distance,
        cell: ({ distance }) => (distance === null ? '–' : format.change(distance)),
      },
      {
        id: 'verdict',
        header: t('targets.verdict'),
        value: ({ verdict }) => (verdict === null ? null : t(`verdict.${verdict}`)),
        cell: (line) => <VerdictCell line={line} />,
      },
      ...(onEdit
        ? [
            {
              id: 'edit',
              header: t('change'),
              isAction: true as const,
              value: () => null,
              cell: (line: TargetLine) => (
                <Button
                  variant="tertiary"
                  data-size="sm"
                  aria-label={t('targets.editLabel', { figure: figureName(line) })}
                  onClick={() => onEdit(line.figure)}
                >
                  {t('change')}
                </Button>
              ),
            },
          ]
        : []),
    ],
    [t, format, figureName, answer, onEdit],
  )
}

function FigureLink({ answer, line }: { readonly answer: PracticeAnswer; readonly line: TargetLine }) {
  const figureName = useFigureName()
  const target = figureLink(answer, line.figure)
  return target ? <Link {...linkTo(target)}>{figureName(line)}</Link> : figureName(line)
}

function VerdictCell({ line: { verdict, isMet, needed } }: { readonly line: TargetLine }) {
  const t = useTexts(practiceTexts)
  const { number } = useFormats()
  if (verdict === null) return t('known.none')
  return (
    <span className="lp-practice__verdict">
      <Status tone={tones[verdict]}>{t(`verdict.${verdict}`)}</Status>
      {verdict === 'cannotTell' && (
        <span className="lp-small lp-quiet">
          {t(isMet ? 'targets.met' : 'targets.notMet')}
          {needed !== null && ` ${t('targets.needed', { n: number(needed) })}`}
        </span>
      )}
    </span>
  )
}
