import { withoutOpenEnd } from './open-end';

it.each([
  ['Sophia Delgado,', 'Sophia Delgado.'],
  ['Friday morning ;', 'Friday morning.'],
  ['Yes, please.', 'Yes, please.'],
  ['May 30th 1981', 'May 30th 1981'],
  ['', ''],
])('"%s" ends as "%s"', (heard, ended) => {
  expect(withoutOpenEnd(heard)).toBe(ended);
});
