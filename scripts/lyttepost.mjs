#!/usr/bin/env node
/** `npx lyttepost COMMAND`: sets up when needed (told on standard error only) and becomes the command line. */
import { join } from 'node:path'
import { become, projectFolder, setup } from './setup.mjs'

become(setup(), [join(projectFolder, 'src', 'cli.ts'), ...process.argv.slice(2)])
