type Lines = { readonly from: number; readonly to: number; readonly kind: 'list' | 'steps' }

/** Makes the lines of the selection bullets or steps, or plain again when they all are. */
export function withLinePrefix(text: string, { from, to, kind }: Lines): string {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const nextBreak = text.indexOf('\n', to)
  const end = nextBreak < 0 ? text.length : nextBreak
  const lines = text.slice(start, end).split('\n')
  const marked = kind === 'list' ? /^- / : /^\d{1,2}\. /
  const plain = (line: string) => line.replace(/^(?:- |\d{1,2}\. )/, '')
  const all = lines.every((line) => marked.test(line))
  const made = lines.map((line, at) =>
    all ? plain(line) : `${kind === 'list' ? '-' : `${at + 1}.`} ${plain(line)}`,
  )
  return text.slice(0, start) + made.join('\n') + text.slice(end)
}
