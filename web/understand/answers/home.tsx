/** Core answers on the home page: agents see the search first, editors what is wrong, owners what waits for their yes. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { AnswerLine } from '../../../src/understand/answers/contract.ts'
import { api } from '../../api.ts'
import type { HomeCards } from '../../home/slots.ts'
import { answerTexts } from '../../i18n/answers.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useMe } from '../../session.ts'
import { UseTasks } from './home-use.tsx'
import './answers.css'

function FindFirst() {
  const t = useTexts(answerTexts)
  const navigate = useNavigate()
  const [q, setQ] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void navigate({ to: '/understand/find', search: { q } as never })
  }
  return (
    <form className="lp-find-first" onSubmit={submit}>
      <Textfield
        label={t('findPage.label')}
        type="search"
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <Button type="submit">{t('home.search')}</Button>
    </form>
  )
}

function AnswerTasks() {
  const t = useTexts(answerTexts)
  const { person } = useMe()
  const lines = (useQuery(api.answers.list.queryOptions({ input: {} })).data?.items ??
    []) as readonly AnswerLine[]
  const settings = useQuery(api.answers.settings.get.queryOptions()).data
  const mine = (settings?.owners ?? []).filter(({ personId }) => personId === person.personId)
  const count = (has: (line: AnswerLine) => boolean) => lines.filter(has).length
  const wrong = count((line) => line.wrong.length > 0)
  const stale = count((line) => line.stale.length > 0)
  const asked = count((line) =>
    line.missingSignOffs.some((channel) => mine.some((each) => each.channel === channel)),
  )
  return (
    <>
      {asked > 0 && <Task text={t('home.signOff', { count: asked })} search={{ state: 'inReview' }} />}
      {wrong > 0 && <Task text={t('home.wrong', { count: wrong })} search={{ flags: 'wrong' }} />}
      {stale > 0 && <Task text={t('home.stale', { count: stale })} search={{ flags: 'stale' }} />}
    </>
  )
}

function Task({
  text,
  search,
}: {
  readonly text: string
  readonly search: Readonly<Record<string, string>>
}) {
  return (
    <p>
      <Link to="/understand/answers" search={search as never}>
        {text}
      </Link>
    </p>
  )
}

export const answersHome: HomeCards = {
  tasks: [
    { id: 'find', roles: ['agent'], component: FindFirst },
    { id: 'answers', roles: ['editor', 'manager', 'admin'], component: AnswerTasks },
    { id: 'misses', roles: ['editor'], component: UseTasks },
  ],
}
