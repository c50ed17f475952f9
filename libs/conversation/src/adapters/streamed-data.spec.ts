import { StreamedData } from './streamed-data';

const STREAM =
  ': alive\n\ndata: {"a":\ndata: 1}\n\nevent: x\r\ndata:two\r\n\r\nid: 7\rdata: ñ 3\r\rdata: [DONE]\n\ndata: cut';

describe('server-sent events', () => {
  it.each([1, 2, 3, 7, STREAM.length])('are read from pieces of %i characters', (size) => {
    const data = new StreamedData();
    const read: string[] = [];
    for (let at = 0; at < STREAM.length; at += size) read.push(...data.push(STREAM.slice(at, at + size)));
    expect(read).toEqual(['{"a":\n1}', 'two', 'ñ 3', '[DONE]']);
  });

  it('are not ended by a line end that comes in two pieces', () => {
    const data = new StreamedData();
    expect([...data.push('data: a\r'), ...data.push('\ndata: b\r\n\r\n')]).toEqual(['a\nb']);
  });
});
