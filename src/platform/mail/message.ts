import type { Letter } from './index.ts'

/** RFC 5322 with the subject and the body encoded, so that no line of a letter can become a header. */
export function asMessage(letter: Letter, from?: string): string {
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
  return [
    ...(from === undefined ? [] : [`From: ${oneLine(from)}`]),
    `To: ${oneLine(letter.to)}`,
    `Subject: =?utf-8?B?${base64(letter.subject)}?=`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(letter.text).replace(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n')
}

/** Whom a message that was written here is to. */
export function receiverOf(message: string): string | undefined {
  return /^To: (.+)$/m.exec(message.split('\r\n\r\n')[0] ?? '')?.[1]?.trim()
}

const oneLine = (text: string): string => text.replace(/[\r\n]/g, '')
