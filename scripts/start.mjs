/** `npm start`: installs what is missing, builds the pages when they are stale, and becomes the server. */
import { join } from 'node:path'
import { buildWeb } from './build-web.mjs'
import { become, fail, projectFolder, setup } from './setup.mjs'

const node = setup()
if (!buildWeb(node)) fail('The pages could not be built; the reason is above.')
become(node, [join(projectFolder, 'src', 'main.ts'), ...process.argv.slice(2)], { cwd: projectFolder })
