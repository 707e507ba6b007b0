import { useLocation } from 'preact-iso';
import { DROP_WORDS, DropZone } from '../components/drop-zone.tsx';
import { pendingFiles } from '../state/pending-files.ts';
import { workspace } from '../state/workspace.ts';

const OUTLINES = [
  {
    title: 'Praise and blame',
    text: 'Sorted by feature, each bar opens its sentences.',
    rows: [
      [48, 10, 18],
      [30, 8, 50],
      [14, 12, 74],
    ],
  },
  {
    title: 'Products side by side',
    text: 'Which camera is better at what, with the count.',
    rows: [
      [30, 30, 30, 30],
      [30, 30, 30, 30],
      [30, 30, 30, 30],
    ],
  },
  {
    title: 'Copies, explained',
    text: 'Two texts next to each other and why they match.',
    rows: [
      [62, 62],
      [50, 62],
      [62, 40],
    ],
  },
];

/** What is chosen here is looked into on the import page. */
function FirstDrop() {
  const { route } = useLocation();
  return (
    <DropZone
      title="Drop your files here"
      isSolid
      onFiles={(files) => {
        pendingFiles.value = files;
        route('/import');
      }}
    >
      {DROP_WORDS}
    </DropZone>
  );
}

/** Nothing is stored yet: one thing to do, two other ways, and an outline of what it will give. */
export const FirstRun = () => (
  <div class="page">
    <div class="first">
      <h1>Bring in your first reviews</h1>
      <p class="lead">
        Reviewfinder reads each review, marks what it says about night vision, battery, the app and{' '}
        {Math.max((workspace.value?.features.length ?? 22) - 3, 0)} other features, and finds the copies.
      </p>
      <FirstDrop />
      <p class="first-more">
        Or{' '}
        <a class="link" href="/import">
          go to import
        </a>{' '}
        for its options, or{' '}
        <a class="link" href="/connections">
          connect a folder or an address
        </a>{' '}
        that is read by itself.
      </p>
      <div class="ways">
        <section class="card">
          <h2>Try it with samples</h2>
          <p>Invented reviews of six cameras, with copies among them, to look around first. Stop the app and run</p>
          <code class="code">npm run demo</code>
        </section>
        <section class="card">
          <h2>Send reviews as they arrive</h2>
          <p>Your shop can post each review, or up to 1000 at once, to</p>
          <code class="code">POST /api/v1/reviews</code>
        </section>
      </div>
      <h2 class="first-h">What you will see</h2>
      <div class="ghosts">
        {OUTLINES.map(({ title, text, rows }) => (
          <div class="ghost" key={title}>
            <div class="art" aria-hidden="true">
              {rows.map((widths, at) => (
                <div key={`${title}-${at}`}>
                  {widths.map((width, place) => (
                    <i key={`${width}-${place}`} style={{ width: `${width}px` }} />
                  ))}
                </div>
              ))}
            </div>
            <h3>{title}</h3>
            {text}
          </div>
        ))}
      </div>
    </div>
  </div>
);
