/** What words about time mean. Local values are wall-clock times in the clinic's zone. */
export interface When {
  /** YYYY-MM-DD, when one exact day was said. */
  date?: string;
  /** HH:mm, when one exact time of day was said. */
  time?: string;
  /** YYYY-MM-DDTHH:mm, first moment of a window. */
  from?: string;
  /** YYYY-MM-DDTHH:mm, end of a window, itself outside it. */
  to?: string;
  /** HH:mm bounds of every day, when a part of the day was said without one exact day. */
  dailyFrom?: string;
  dailyTo?: string;
  /** ISO weekdays (1 Monday … 7 Sunday) that suit, when some were named or ruled out. */
  weekdays?: number[];
  /** RFC 3339 with offset, when date and time are both exact. */
  instant?: string;
  /** The caller takes the first one there is. */
  earliest?: boolean;
  /** True when it must be asked back; `why` says the reason and `candidates` what to choose from. */
  ambiguous: boolean;
  why?: WhyAsk;
  candidates?: string[];
}

export type WhyAsk = 'past' | 'nonexistent' | 'vague' | 'which_week' | 'am_or_pm' | 'day_or_month' | 'gap';
