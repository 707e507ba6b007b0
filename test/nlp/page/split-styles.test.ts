import { describe, expect, it } from 'vitest';
import { splitPage } from '../../../nlp/split-page.ts';

/** Invented pages: `page` as scraped, `reviews` the texts that are to become reviews, line breaks as spaces. */
interface Style {
  name: string;
  page: string[];
  reviews: string[];
}

const STYLES: Style[] = [
  {
    name: 'stars above, author and date below, an aggregate on top',
    page: [
      'BrightEye Outdoor Camera X2',
      'Home / Cameras / Outdoor',
      'Add to cart',
      'Description',
      'The BrightEye X2 keeps an eye on your home day and night. Its 4 MP sensor delivers crisp footage even at dusk.',
      'Specifications',
      'Resolution: 2560 x 1440',
      '',
      'Customer Reviews',
      '4.7 out of 5',
      'Based on 3 reviews',
      'Write a review',
      '',
      '★★★★★',
      'Mounted it over the barn door in ten minutes. The picture is sharp enough to read the plate of our tractor.',
      '',
      'We have had two storms since and it never went offline.',
      'By Hanna K. on March 4, 2023',
      'Verified Purchase',
      '3 people found this helpful',
      '',
      '★★☆☆☆',
      'App keeps crashing on my Pixel. I asked for a refund and customer service took nine days to answer.',
      'By Tom on 12/11/2022',
      '',
      '★★★★',
      'Works fine.',
      'By P. Novak on 2023-01-08',
      '',
      'Customer Questions & Answers',
      'Q: Can it be used without internet?',
      'A: Yes, recordings go to the SD card.',
      'Does it come with a card?',
      'No, a card has to be bought separately.',
      'Returns',
      'You can return the item within 30 days. The buyer pays the postage.',
    ],
    reviews: [
      'Mounted it over the barn door in ten minutes. The picture is sharp enough to read the plate of our tractor. We have had two storms since and it never went offline.',
      'App keeps crashing on my Pixel. I asked for a refund and customer service took nine days to answer.',
      'Works fine.',
    ],
  },
  {
    name: 'names above, several lines a review, empty lines between',
    page: [
      'We value your privacy. We use cookies to analyse traffic. Accept all',
      'Reviews (3)',
      '',
      'Marta',
      'Received the parcel in 8 days, packed well.',
      'Camera small but heavy, feel of quality.',
      'At night sees the whole yard.',
      '',
      'Ivan P.',
      'The seller is responsible, sent quickly, the picture clear, sound with small delay.',
      'I will order one more for dacha.',
      '',
      'Susan',
      'It stopped working after three weeks and they refused to refund me because the "return window" had closed.',
      'Never again.',
      '',
      'Shipping',
      'Orders are shipped within 2 working days. Tracking numbers are sent by e-mail.',
    ],
    reviews: [
      'Received the parcel in 8 days, packed well. Camera small but heavy, feel of quality. At night sees the whole yard.',
      'The seller is responsible, sent quickly, the picture clear, sound with small delay. I will order one more for dacha.',
      'It stopped working after three weeks and they refused to refund me because the "return window" had closed. Never again.',
    ],
  },
  {
    name: 'a review a line between rules, with no heading at all',
    page: [
      'TERMS OF SALE',
      'Prices include VAT. The contract is formed when the order is confirmed by e-mail.',
      'Claims have to be made in writing within 8 days.',
      'Bought this for the garage and it does what it should, picture is clear in daylight and ok at night.',
      'the app is a bit confusing at first but after an hour i got the hang of it',
      'Great value!',
      'Too bad about the short cable, I had to buy an extension. Delivery took only two days and the box was well packed.',
      'Camera is good, night vision is strong, installation not difficult, the price is affordable.',
      'Used for one month, no problem so far 👍',
      'Our cameras are tested for 48 hours before they leave the factory.',
      'Please keep the original box for the case of a return.',
      'Contact: help@shop.example',
    ],
    reviews: [
      'Bought this for the garage and it does what it should, picture is clear in daylight and ok at night.',
      'the app is a bit confusing at first but after an hour i got the hang of it',
      'Great value!',
      'Too bad about the short cable, I had to buy an extension. Delivery took only two days and the box was well packed.',
      'Camera is good, night vision is strong, installation not difficult, the price is affordable.',
      'Used for one month, no problem so far 👍',
    ],
  },
  {
    name: 'text set to a fixed width',
    page: [
      'I have been using this camera for about six months now and I am',
      'impressed. The picture is clear, the app is quick to open and my',
      'neighbour has already ordered two of them for his farm.',
      '',
      'We bought three of these for our cabin. One was dead on arrival, but',
      'the seller replaced it within a week without any discussion, so in',
      'the end I am satisfied.',
      '',
      'Returns are accepted within 14 days of delivery. The product must be',
      'complete and in its original packaging. Please contact us before you',
      'send anything back.',
    ],
    reviews: [
      'I have been using this camera for about six months now and I am impressed. The picture is clear, the app is quick to open and my neighbour has already ordered two of them for his farm.',
      'We bought three of these for our cabin. One was dead on arrival, but the seller replaced it within a week without any discussion, so in the end I am satisfied.',
    ],
  },
  {
    name: 'testimonials between a description and questions',
    page: [
      'HomeGuard S3 Features:',
      '【Colour Night Vision】See every detail after dark thanks to the built-in spotlight.',
      '【Easy Installation】Fix the bracket with two screws, scan the QR code and you are done.',
      'Why choose HomeGuard?',
      'Because safety should be simple. Our engineers have been building cameras since 2009.',
      'What our customers say',
      '"I sleep better since it hangs over the door." – Rita M.',
      '"Good camera but the app needs work. Support was friendly though." – K. Adeyemi',
      'Frequently asked questions',
      'How long is the warranty?',
      'The warranty is two years from purchase and covers faults in material.',
      'I lost my password. What can I do?',
      'Open the app, tap on "Forgot password" and follow the steps.',
    ],
    reviews: [
      '"I sleep better since it hangs over the door." – Rita M.',
      '"Good camera but the app needs work. Support was friendly though." – K. Adeyemi',
    ],
  },
  {
    name: 'a shop that answers its customers',
    page: [
      'Reviews',
      'The hinge broke in the first frost, I had to glue it. Picture is fine.',
      'Dear customer, we are very sorry to hear that. Please contact our support, we will send you a new bracket.',
      'Very satisfied, the second one I buy. Recommend!',
      'Dear customer, we are very happy that you like the camera. Thank you for your support!',
      'Bad signal behind two walls, had to move the router, now ok.',
    ],
    reviews: [
      'The hinge broke in the first frost, I had to glue it. Picture is fine.',
      'Very satisfied, the second one I buy. Recommend!',
      'Bad signal behind two walls, had to move the router, now ok.',
    ],
  },
  {
    name: 'no review at all: privacy, warranty, menus, a small shop that says “I”',
    page: [
      'Skip to content',
      'Log in',
      'Cart (0)',
      'Privacy',
      'I collect information about you when you check out in my store.',
      'If you contact me by e-mail, I will keep your address for as long as your request takes.',
      'Cookies remember the contents of your cart.',
      'Warranty',
      'The guarantee runs for two years from the date on the invoice and covers faults in material and workmanship.',
      'It does not cover wear, water damage caused by open cable connections or damage from lightning.',
      'My parcel shows no movement, what now?',
      'Wait three working days, then write to us with the order number.',
      'Crystal clear 2K picture by day and full color by night.',
      'Works great with Alexa and Google Assistant.',
      'Operating temperature -20°C to 50°C',
      'Location | Estimated time',
      'Europe | 5-8 days',
      '© 2024 OutView. All rights reserved.',
    ],
    reviews: [],
  },
];

describe('splitPage finds the reviews in a page with', () => {
  it.each(STYLES)('$name', ({ page, reviews }) => {
    for (const lineBreak of ['\n', '\r\n']) {
      const found = splitPage(page.join(lineBreak)).filter(({ kind }) => kind === 'review');
      expect(found.map(({ text }) => text.replace(/\s+/g, ' '))).toEqual(reviews);
    }
  });

  it('parts a rule and a review that run into each other in one line', () => {
    const rule =
      'If your refund is approved, it will be processed within 14 business days. Please contact us before you send anything back to us.';
    const review =
      'I bought it for my workshop and I am very happy, the picture is sharp. My dog hates the siren though!';
    expect(splitPage(`${rule} ${review}`).map(({ kind, text }) => [kind, text])).toEqual([
      ['other', rule],
      ['review', review],
    ]);
  });

  it.each([
    ['We accept returns within 30 days.', 'policy: returns and refunds'],
    ['Can I use it outdoors?', 'a question'],
    ['★★★★☆', 'star line'],
    ['Posted by Ann on 3 May 2022', 'author and date'],
    ['Europe | 5-8 days', 'a row of a table'],
    ['SHIPPING & DELIVERY', 'heading: shipping'],
  ])('%s → other, %s', (line, reason) => {
    expect(splitPage(line)).toMatchObject([{ kind: 'other', reason }]);
  });
});
