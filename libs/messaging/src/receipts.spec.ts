import { statusesBefore, statusOfReceipt } from './receipts';

describe('receipts', () => {
  it('speaks our words', () => {
    expect(['queued', 'sent', 'delivered', 'undelivered', 'failed'].map(statusOfReceipt)).toEqual([
      'sent',
      'sent',
      'delivered',
      'undelivered',
      'failed',
    ]);
    expect(statusOfReceipt('received')).toBeUndefined();
    expect(statusOfReceipt('toString')).toBeUndefined();
  });

  it('never goes back', () => {
    expect(statusesBefore('sent')).not.toContain('delivered');
    expect(statusesBefore('failed')).not.toContain('delivered');
    expect(statusesBefore('delivered')).toEqual(['queued', 'sending', 'sent']);
  });
});
