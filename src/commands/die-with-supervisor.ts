/** A thread that ends the whole process when the supervisor does, which alone can be asked to stop a build. */
import { Socket } from 'node:net';

/** The pipe that `supervise.ts` holds, the first one after input, output and errors. */
const PIPE = 3;

new Socket({ fd: PIPE })
  .on('error', () => {})
  .on('close', () => process.kill(process.pid, 'SIGKILL'))
  .resume();
