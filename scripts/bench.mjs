/** `npm run bench NAME`: runs benchmarks/NAME.ts; without a name it lists those there are. */
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { become, fail, projectFolder, say, setup } from './setup.mjs'

const folder = join(projectFolder, 'benchmarks')
const [name, ...rest] = process.argv.slice(2)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  .map((file) => basename(file, '.ts'))

if (name === undefined) {
  say('Usage: npm run bench NAME [-- OPTIONS]')
  for (const known of names) process.stdout.write(`${known}\n`)
} else if (!existsSync(join(folder, `${basename(name)}.ts`))) {
  fail(`There is no benchmark ${name}; there are: ${names.join(', ') || 'none yet'}`)
} else {
  become(setup({ withTools: true }), [join(folder, `${basename(name)}.ts`), ...rest], { cwd: projectFolder })
}
