import { ReplyWaiter } from './reply-waiter';

describe('a waiting webhook', () => {
  it('gets the answer that comes in time', async () => {
    const waiter = new ReplyWaiter<string>(1_000);
    expect(waiter.take()).toBe(true);
    waiter.settle('yes');
    expect(await waiter.answer).toBe('yes');
  });

  it('stops waiting, and then nobody may answer there', async () => {
    const waiter = new ReplyWaiter<string>(5);
    expect(await waiter.answer).toBeUndefined();
    expect(waiter.take()).toBe(false);
  });

  it('is not cut off by its clock once an answer is on the way', async () => {
    const waiter = new ReplyWaiter<string>(5);
    waiter.take();
    await new Promise((resolve) => setTimeout(resolve, 20));
    waiter.settle('late but promised');
    expect(await waiter.answer).toBe('late but promised');
  });

  it('tells of a fault', async () => {
    const waiter = new ReplyWaiter<string>(1_000);
    waiter.take();
    waiter.fail(new Error('disk'));
    await expect(waiter.answer).rejects.toThrow('disk');
  });
});
