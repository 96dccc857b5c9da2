import type { Link, Page, Script } from '../rules/page.ts'
import { type FormCollector, formCollector } from './form-collector.ts'
import { type LineWriter, lineWriter } from './line-writer.ts'

/** What has been read of a page so far; the readers of single elements add to it. */
export type Reading = {
  base: string
  depth: number
  readonly writer: LineWriter
  readonly forms: FormCollector
  readonly links: Link[]
  readonly frames: { src: string; marks: string; heading: string }[]
  readonly scripts: Script[]
  readonly widgets: string[]
  readonly stated: Page['stated'][number][]
  readonly uncloaked: Page['uncloaked'][number][]
  readonly hiddenClasses: Set<string>
  readonly reversedClasses: Set<string>
  canonical: string
  title: string
  language: string
}

export function newReading(url: string): Reading {
  return {
    base: url,
    depth: 0,
    writer: lineWriter(),
    forms: formCollector(),
    links: [],
    frames: [],
    scripts: [],
    widgets: [],
    stated: [],
    uncloaked: [],
    hiddenClasses: new Set(),
    reversedClasses: new Set(),
    canonical: '',
    title: '',
    language: '',
  }
}
