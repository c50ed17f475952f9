// Written for old versions of Node too: they must get as far as the sentence.
/** @returns {string | null} the sentence for a Node that is too old (Nest 12 and TypeORM 1 need require() of ES modules). */
export function nodeVersionFault(version) {
  const parts = version.split('.').map(Number);
  const enough = parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19);
  return enough
    ? null
    : 'Clinicall needs Node.js 20.19 or newer; this is ' + version + '. See https://nodejs.org/en/download.';
}
