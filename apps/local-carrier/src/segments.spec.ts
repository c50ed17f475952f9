import { countSegments } from './segments';

test.each([
  ['', 1],
  ['a'.repeat(160), 1],
  ['a'.repeat(161), 2],
  ['€'.repeat(80), 1],
  ['€'.repeat(81), 2],
  ['ñ'.repeat(160), 1],
  ['á'.repeat(70), 1],
  ['á'.repeat(71), 2],
  ['😀'.repeat(36), 2],
])('counts the segments of %p', (body, segments) => {
  expect(countSegments(body)).toBe(segments);
});
