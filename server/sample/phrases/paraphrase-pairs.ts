export interface ParaphrasePair {
  product: string;
  /** Months in which such a review is written, `01` to `12`; any if left out. */
  months?: readonly string[];
  rating: number;
  first: string;
  second: string;
}

/** Two wordings of one experience with the same facts, as someone writes who was paid twice or posts again elsewhere. */
export const PARAPHRASE_PAIRS: readonly ParaphrasePair[] = [
  {
    product: 'Tarnwick Outdoor 4',
    rating: 5,
    first:
      'Set up over the garage door in twenty minutes, and the very first night it filmed a fox dragging our bin bag across the drive. You can count its whiskers. My two boys watch the clip every morning.',
    second:
      'It took me less than half an hour to fit it above the garage. That same night we caught the fox that steals our rubbish, sharp enough to see every whisker, and my sons now replay it at breakfast.',
  },
  {
    product: 'Tarnwick Dome S',
    rating: 1,
    first:
      'Worked for exactly eleven days. Then the screen stayed black, the support desk asked for the same photo of the serial number three times, and after a month I still have neither a camera nor my money.',
    second:
      'Not even two weeks in, the picture went black for good. I sent customer service the serial number photo again and again, three times in all, and four weeks later there is still no refund and no replacement.',
  },
  {
    product: 'Solvane Solar Cam',
    rating: 4,
    first:
      'We use it at the lambing shed so that nobody has to get up at two in the morning just to look. The picture in the dark is good enough to tell which ewe is restless. Only the alerts come a bit late.',
    second:
      'Instead of walking to the sheep barn every night at 2 am I now check from bed, and even without light I can see which animal is about to lamb. The notifications could be quicker, that is all.',
  },
  {
    product: 'Quillby Doorbell 2',
    rating: 2,
    first:
      'The camera itself is fine, but without the paid plan you cannot look at anything older than the last clip. Nobody told me that before I bought it. Eight a month for my own front door is robbery.',
    second:
      'Nothing wrong with the hardware. What makes me angry is having to pay eight every month just to see earlier recordings of my own entrance, which was not mentioned anywhere at the time of purchase.',
  },
  {
    product: 'Quillby Indoor Mini',
    rating: 5,
    first:
      'My mother is eighty-one and lives two hours away. She talks to me through the little speaker while she waters her plants, and she never had to learn a thing: I press, she answers.',
    second:
      'I live a two-hour drive from my 81-year-old mum, and thanks to the built-in intercom we chat while she looks after her flowers. She does not need to operate anything, I simply call in and she replies.',
  },
  {
    product: 'Tarnwick Outdoor 4',
    rating: 1,
    first:
      'Every gust that moves the cherry tree sends me a message. Ninety-four on a single Sunday. I turned the sensitivity to the lowest step and then it missed the man who took my bicycle.',
    second:
      'With the cherry in front of the house the phone never stops: 94 notifications in one day, a Sunday. On minimum sensitivity it is quiet, so quiet that my bike was stolen without any alert at all.',
  },
  {
    product: 'Tarnwick Dome S',
    rating: 5,
    first:
      'Ordered on a Thursday evening, on my desk on Friday at ten. Box inside a box, everything wrapped in paper instead of plastic, even a spare set of screws and a sticker for the door.',
    second:
      'I placed the order late on Thursday and the courier rang the next morning at ten. Double boxed, paper padding with no plastic at all, plus extra screws and a door sticker. That is how to ship things.',
  },
  {
    product: 'Brightholm Floodlight Cam',
    rating: 3,
    first:
      'By day I can read the plates of cars across the road, so no complaints there. As soon as the street lamp goes out at eleven, though, all I get is grey porridge with two headlights in it.',
    second:
      'Licence plates on the other side of the street are readable while the sun is up. But once the lantern is switched off at 11 pm the image turns into grey mush and you only make out headlamps.',
  },
  {
    product: 'Tarnwick Outdoor 4',
    rating: 2,
    first:
      'They say the battery lasts half a year. Mine asks for the charger every nine days, and the ladder that I need to reach it weighs more than I do. I have given up and leave it hanging there empty.',
    second:
      'Six months of battery is what the advert promises, nine days is what I get. Each time I have to drag out a ladder heavier than myself, so by now it just hangs on the wall with no power.',
  },
  {
    product: 'Tarnwick Outdoor 4',
    months: ['02', '03', '04'],
    rating: 4,
    first:
      'The bracket looks like nothing and yet it held through the February storm that took half of our roof tiles. A little water got behind the flap, which dried out by itself within two days.',
    second:
      'In February a gale ripped about half the tiles off the roof, but this flimsy looking mount did not budge. Some moisture had crept in under the cover and was gone again after a couple of days.',
  },
  {
    product: 'Brightholm Floodlight Cam',
    rating: 5,
    first:
      'I run a bakery and start at three. When somebody is at the back entrance the light comes on and I see on the tablet next to the oven whether it is the flour delivery or a stranger. I feel safer since.',
    second:
      'As a baker I work alone from 3 am. Thanks to the lamp switching on at the rear door and the picture on my tablet by the oven, I know at once if it is the miller’s lorry or someone unknown. It takes away the fear.',
  },
  {
    product: 'Quillby Doorbell 2',
    months: ['05', '06', '07'],
    rating: 1,
    first:
      'Since the spring update the app asks for my password every single time, then shows a spinning wheel, then asks again. I deleted it and installed it anew four times. The old version was perfect.',
    second:
      'The app used to be faultless. After they updated it in spring I have to log in at each start, stare at a rotating circle and log in once more. Reinstalling it, which I did four times, changes nothing.',
  },
  {
    product: 'Tarnwick Dome S',
    rating: 4,
    first:
      'Screwed into brick in a quarter of an hour with the plugs from the box. What took longer was the network: it only speaks the slower band, so I had to split mine in two. Since then not one dropout.',
    second:
      'Fixing it to the brickwork was done in fifteen minutes, the wall plugs supplied are fine. The Wi-Fi cost me more time because just the 2.4 band is supported and I needed to separate both. It has been stable ever since.',
  },
  {
    product: 'Quillby Doorbell 2',
    rating: 2,
    first:
      'From the picture on the website I expected something the size of an egg. What came is as big as a grapefruit and yellowish, and my husband asked whether the builders had left it behind.',
    second:
      'The photos in the shop suggest an egg-sized gadget. In reality it is a grapefruit, and not even properly white. When he saw it, my husband thought workmen had forgotten something on our wall.',
  },
  {
    product: 'Quillby Indoor Mini',
    months: ['03', '04', '05'],
    rating: 5,
    first:
      'We have a holiday flat by the lake, four hours off. When the pipe burst in March I saw the water on the floor live, rang the neighbour, and she had shut the valve seven minutes later. Paid for itself that day.',
    second:
      'In March, sitting at home four hours away, I saw on the live view how water spread across the floor of our place at the lake. Seven minutes after my call the neighbour had closed the main tap. That alone was worth the price.',
  },
  {
    product: 'Quillby Indoor Mini',
    rating: 1,
    first:
      'A man I do not know greeted my daughter through the camera in her room. The maker says my password was weak. It had nineteen characters. We have unplugged all three and gone back to a baby phone without internet.',
    second:
      'Some stranger spoke to our little girl over the device in her bedroom. According to the company I should have picked a better password, mine had 19 characters! All three are off now and we use an ordinary baby monitor again.',
  },
  {
    product: 'Tarnwick Outdoor 4',
    rating: 3,
    first:
      'It sees the path, the gate and a strip of the lawn. The steps directly below stay hidden, and that is where the parcels are put. I would have needed the wider lens or a second one lower down.',
    second:
      'Footpath, garden gate and part of the grass are in view. Unfortunately not the stairs right underneath, where couriers leave their boxes. Either a broader angle or another camera further down would be required.',
  },
  {
    product: 'Tarnwick Dome S',
    rating: 5,
    first:
      'I wrote to them on a bank holiday because one screw was missing. A lady called Ingrid answered within the hour and posted a whole bag of screws, with a handwritten card. I have never had that before.',
    second:
      'One screw short, and of course on a public holiday. Sixty minutes after my e-mail I had a reply from Ingrid, and a few days later an envelope full of screws with a card she had written by hand. Such service is new to me.',
  },
  {
    product: 'Solvane Solar Cam',
    months: ['01', '02', '03'],
    rating: 4,
    first:
      'The panel hangs in the shade until noon and still the charge never fell below seventy percent, not even in the week of fog before Christmas. I only wish the cable were a metre longer.',
    second:
      'Although no sun reaches the panel before midday, and in spite of a foggy week ahead of the holidays, it has always kept at least 70 percent. A cable with one more metre would have been nice.',
  },
  {
    product: 'Quillby Doorbell 2',
    rating: 2,
    first:
      'Sound is the weak point. Whoever rings has to bend down and shout into it like into a well, and the answer from inside arrives when they are already back on the pavement.',
    second:
      'What lets it down is the audio. Visitors must stoop and yell as though speaking to someone at the bottom of a shaft, and by the time my reply gets out they have left for the street again.',
  },
  {
    product: 'Tarnwick Dome S',
    rating: 5,
    first:
      'I compared six models in a spreadsheet and this was the only one that keeps a fortnight on a card without wanting anything each month. Forty less than the famous one, and the picture is better.',
    second:
      'My table had half a dozen candidates. Just one of them stores two weeks locally and asks for no monthly payment: this. It also shows a finer image than the well-known competitor that costs forty more.',
  },
  {
    product: 'Brightholm Floodlight Cam',
    months: ['01', '02', '03'],
    rating: 1,
    first:
      'Ordered on the second of December for my father’s birthday on the twelfth. It lay in a depot eighty kilometres away until the ninth of January. They offered me a voucher for five.',
    second:
      'It was meant for dad’s birthday, 12 December, and I had bought it ten days ahead. Until 9 January the parcel sat in a distribution centre 80 km from here. As compensation I was sent a coupon worth five.',
  },
  {
    product: 'Tarnwick Dome S',
    rating: 3,
    first:
      'Great while it runs. About every tenth day it hangs and the only cure is the fuse box, because the socket sits up in the eaves. A timer on the circuit does that for me now, but that is hardly the idea.',
    second:
      'As long as it works, I like it a lot. Roughly three times a month it freezes and I need to cut the current at the fuse, since its plug is under the roof. I have put a time switch in, which cannot be the intended solution.',
  },
  {
    product: 'Quillby Indoor Mini',
    rating: 4,
    first:
      'The tracking is fun: it follows our spaniel from the sofa to her bowl and back like a tennis umpire. When both dogs are in the room it cannot decide and looks at the plant between them.',
    second:
      'Our spaniel cannot go from her bowl to the couch without the lens turning after her, which looks as if it were watching a tennis match. With two dogs present it gets confused and stares at the pot plant in the middle.',
  },
  {
    product: 'Tarnwick Outdoor 4',
    rating: 5,
    first:
      'My husband is colour-blind and hates menus, and even he found out by himself how to mark off the pavement. There are four big buttons and words that mean what they say. More of that, please.',
    second:
      'Four large buttons, plain language: my husband, who detests settings and cannot tell red from green, excluded the footway without any help from me. I wish more manufacturers made things like this.',
  },
  {
    product: 'Tarnwick Outdoor 4',
    rating: 2,
    first:
      'Recording stops after fifteen seconds, always just when the interesting part begins. Of the boy who kicked our wall down I have his shoes arriving, but not the kick.',
    second:
      'A clip lasts 15 seconds and not one more. It shows the shoes of the lad walking up to our wall, and ends before he demolishes it with his foot. So whatever matters is never on it.',
  },
];
