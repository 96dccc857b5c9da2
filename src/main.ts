/** What `npm start` runs. */
import { serveCommand } from './cli/serve.ts'

const { stdin, stdout, stderr } = process
process.exit(await serveCommand([], { stdin, stdout, stderr, cwd: process.cwd() }))
