/** Sends a file in parts: none is long, and a lost one is sent again. */
import { partBytes } from '../../../src/understand/intake/contract.ts'
import { client } from '../../api.ts'
import { ProblemError } from '../../problem.ts'

const attempts = 5
const pauseMs = 1000

/**
 * @param onSent how many bytes have arrived
 * @returns the id of the upload
 * @throws ProblemError when a part is refused, or cannot be sent after some attempts
 */
export async function sendFile(file: File, onSent: (bytes: number) => void): Promise<string> {
  const { uploadId, parts } = await client.intake.uploads.begin({ fileName: file.name, sizeBytes: file.size })
  for (let number = 0; number < parts; number++) {
    const end = Math.min(file.size, (number + 1) * partBytes)
    const part = new File([file.slice(number * partBytes, end)], 'part')
    await sendPart({ uploadId, number, part })
    onSent(end)
  }
  return uploadId
}

async function sendPart(input: { uploadId: string; number: number; part: File }): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.intake.uploads.part(input)
      return
    } catch (error) {
      const mayPass = error instanceof ProblemError && (error.code === 'offline' || error.status >= 500)
      if (!mayPass || attempt >= attempts) throw error
      await new Promise((next) => setTimeout(next, pauseMs * attempt))
    }
  }
}
