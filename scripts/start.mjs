// `npm start`: makes the place ready, then this same process supervises the product (scripts/supervise.ts).
// Built-ins only, and no syntax that an old Node cannot read, until its version is known to be enough.
import { nodeVersionFault } from './node-version.mjs';

const fault = nodeVersionFault(process.versions.node);
if (fault) {
  console.error(fault);
  process.exitCode = 1;
} else {
  import('./prepare.mjs')
    .then((place) => place.prepare(['models']))
    .then((ready) => (ready ? ready.load('supervise').supervise() : 1))
    .then((code) => process.exit(code));
}
