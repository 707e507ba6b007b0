/** Pixels of the picture for one of the page: sharp on a projector and in print. */
const SCALE = 2;
const FOOT_LINE = 18;
/** Parts that are for hands, not for eyes. */
const SKIPPED = '.tools, .sr, .chip.add, .no-print, .card-f button';

type Pen = CanvasRenderingContext2D;
type Origin = { left: number; top: number };

const isSeen = (colour: string) => colour !== '' && colour !== 'transparent' && !/, 0\)$/.test(colour);

function drawBox(pen: Pen, element: Element, { left, top }: Origin): void {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  if (isSeen(style.backgroundColor)) {
    pen.fillStyle = style.backgroundColor;
    pen.beginPath();
    pen.roundRect(
      box.left - left,
      box.top - top,
      box.width,
      box.height,
      Number.parseFloat(style.borderTopLeftRadius) || 0,
    );
    pen.fill();
  }
  const width = Number.parseFloat(style.borderTopWidth);
  if (width > 0 && style.borderTopStyle !== 'none' && isSeen(style.borderTopColor)) {
    pen.fillStyle = style.borderTopColor;
    pen.fillRect(box.left - left, box.top - top, box.width, width);
  }
}

function drawIcon(pen: Pen, icon: Element, { left, top }: Origin): void {
  const path = icon.querySelector('path')?.getAttribute('d');
  const box = icon.getBoundingClientRect();
  if (!path || box.width === 0) return;
  const style = getComputedStyle(icon);
  pen.save();
  pen.translate(box.left - left, box.top - top);
  pen.scale(box.width / 16, box.height / 16);
  pen.strokeStyle = style.color;
  pen.fillStyle = style.fill;
  if (isSeen(style.fill) && style.fill !== 'none') pen.fill(new Path2D(path));
  pen.stroke(new Path2D(path));
  pen.restore();
}

/** A text as the browser broke it into lines: each word where it stands. */
function drawText(pen: Pen, node: Text, { left, top }: Origin): void {
  const parent = node.parentElement;
  if (!parent) return;
  const style = getComputedStyle(parent);
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.fillStyle = style.color;
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  const range = document.createRange();
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    if (box.width > 0) pen.fillText(word, box.left - left, box.top - top + box.height / 2);
  }
}

function drawNode(pen: Pen, node: Node, origin: Origin): void {
  if (node instanceof Text) drawText(pen, node, origin);
  if (!(node instanceof Element) || node.matches(SKIPPED)) return;
  if (node instanceof HTMLCanvasElement) {
    const box = node.getBoundingClientRect();
    pen.drawImage(node, box.left - origin.left, box.top - origin.top, box.width, box.height);
  } else if (node instanceof SVGElement) {
    drawIcon(pen, node, origin);
  } else if (getComputedStyle(node).display !== 'none') {
    drawBox(pen, node, origin);
    for (const child of node.childNodes) drawNode(pen, child, origin);
  }
}

/**
 * A card as a PNG: its title, what it shows, and below it the given lines (filters, period, time). Drawn from the page
 * itself, so the picture is what the reader saw, in the same colours.
 * @throws Error when the browser hands out no canvas or no picture
 */
export async function drawCard(card: HTMLElement, lines: readonly string[]): Promise<Blob> {
  const box = card.getBoundingClientRect();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(box.width * SCALE);
  canvas.height = Math.ceil((box.height + lines.length * FOOT_LINE + 12) * SCALE);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the browser has no canvas');
  const style = getComputedStyle(card);
  pen.fillStyle = style.backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(SCALE, SCALE);
  drawNode(pen, card, { left: box.left, top: box.top });
  pen.font = `12px ${style.fontFamily}`;
  pen.fillStyle = style.color;
  pen.textBaseline = 'top';
  for (const [at, line] of lines.entries()) pen.fillText(line, 20, box.height + 6 + at * FOOT_LINE, box.width - 40);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture came of it'))), 'image/png');
  });
}
