// `npm test`: makes the place ready, then `npm run check`. Whatever happens, the last line says how many passed and failed.
// `npm run test:deep` runs the proofs in their full counts (CLINICALL_DEEP=1).
import { nodeVersionFault } from './node-version.mjs';

const fault = nodeVersionFault(process.versions.node);
if (fault) {
  console.error(fault);
  notBegun();
} else {
  if (process.argv.includes('--deep')) process.env.CLINICALL_DEEP = '1';
  process.argv = process.argv.filter((argument) => argument !== '--deep');
  import('./prepare.mjs')
    .then((place) => place.prepare(['models']))
    .then((ready) => (ready ? import('./check.mjs') : notBegun()))
    .catch((error) => {
      console.error(error);
      notBegun();
    });
}

function notBegun() {
  process.exitCode = 1;
  console.log('0 passed, 1 failed');
}
