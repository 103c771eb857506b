/** A thread that ends a build, its renderers included, when the supervisor ends: nobody else can be asked to. */
import { Socket } from 'node:net';

/** The pipe that `supervise.ts` holds, the first one after input, output and errors. */
const PIPE = 3;

new Socket({ fd: PIPE })
  .on('error', () => {})
  .on('close', () => {
    // Windows has no groups; there each renderer notices by itself.
    if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL');
    else process.kill(process.pid, 'SIGKILL');
  })
  .resume();
