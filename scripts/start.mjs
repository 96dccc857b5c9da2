/** `npm start`: installs what is missing and becomes the server, which builds the pages when they are stale. */
import { join } from 'node:path'
import { become, projectFolder, setup } from './setup.mjs'

become(setup(), [join(projectFolder, 'src', 'main.ts'), ...process.argv.slice(2)], { cwd: projectFolder })
