/**
 * Reviews whose writers told more than they should: those with a number of a card or an account are held until somebody
 * decides. The numbers are the ones that banks publish for trials, the addresses lead nowhere.
 */
export const HELD_TEXTS = [
  {
    rating: 1,
    text: 'Stopped charging after three weeks and was sent back. Please pay the refund to DE89 3704 0044 0532 0130 00, I have written twice already.',
  },
  {
    rating: 2,
    text: 'They billed the subscription twice. My card is 4111 1111 1111 1111, put the second payment back on it. The picture itself is sharp.',
  },
  {
    rating: 5,
    text: 'Paid with 5555 5555 5555 4444 and it was at the door two days later. Easy to mount, clear picture, no false alarms so far.',
  },
  {
    rating: 3,
    text: 'Good at night, weak sound. My account for the cashback is GB29 NWBK 6016 1331 9268 19, it was promised for the end of the month.',
  },
  {
    rating: 4,
    text: 'Solid camera for a shop door. Whoever wants to see how I mounted it can write to petra@doorways.example and gets photos.',
  },
  {
    rating: 1,
    text: 'Nobody answers at customer service. If anybody there reads this, call me on (555) 010-4477 before I return it.',
  },
] as const;
