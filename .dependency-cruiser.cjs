'use strict';
// The import arrow of docs/architecture.md, checked by `npm run check`.
// receptionist -> telephony, messaging, interop, insights -> conversation -> scheduling -> identity -> platform, language, audio
const floors = [
  ['platform', 'language', 'audio'],
  ['identity'],
  ['scheduling'],
  ['conversation'],
  ['telephony', 'messaging', 'interop', 'insights'],
];
const path = (libs) => `^libs/(${libs.join('|')})/`;

const upward = floors.map((libs, floor) => ({
  name: `no-way-up-from-${libs[0]}`,
  severity: 'error',
  comment: 'Imports go down. Downstairs tells upstairs by an event.',
  from: { path: path(libs) },
  to: {
    path:
      floors
        .slice(floor + 1)
        .map(path)
        .join('|') || '^$',
  },
}));
const sideways = floors
  .filter((libs) => libs.length > 1)
  .flatMap((libs) =>
    libs.map((lib) => ({
      name: `${lib}-not-sideways`,
      severity: 'error',
      from: { path: path([lib]) },
      to: { path: path(libs.filter((other) => other !== lib)) },
    })),
  );

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...upward,
    ...sideways,
    {
      name: 'one-door',
      severity: 'error',
      comment: 'A lib is entered through its index.ts only.',
      from: { path: '^(apps|libs)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    {
      name: 'one-door-for-scripts',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)' },
    },
    {
      name: 'product-knows-no-test',
      severity: 'error',
      comment: 'What specs of several rooms share stands in a spec-support folder, which only specs use.',
      from: { path: '^(apps|libs|scripts)/' },
      to: { path: '^test/' },
    },
    {
      name: 'product-knows-no-script',
      severity: 'error',
      from: { path: '^(apps|libs)/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'spec-support-for-specs',
      severity: 'error',
      from: { path: '^((apps|libs)/[^/]+/src|scripts)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '/spec-support/' },
    },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'apps-apart',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'local-wires-know-no-product',
      severity: 'error',
      comment:
        'local-ai and local-carrier stand at the wire: they may use the pure rooms, language and audio, and nothing else of ours.',
      from: { path: '^apps/local-(ai|carrier)/' },
      to: { path: '^libs/(?!(language|audio)/)' },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
