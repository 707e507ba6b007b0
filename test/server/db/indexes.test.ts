import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDoc, rowsIn } from '../../docs/read-docs.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp('indexes');
});
afterAll(() => test.close());

interface Index {
  key: Record<string, number>;
  unique?: boolean;
  partialFilterExpression?: object;
  expireAfterSeconds?: number;
}

/** As the table of ARCHITECTURE.md has it, what is in parentheses left out. */
const tell = (collection: string, { key, unique, partialFilterExpression, expireAfterSeconds }: Index) =>
  [
    `${collection}: ${Object.keys(key).join(', ')}`,
    ...(unique ? ['unique'] : []),
    ...(partialFilterExpression ? ['partial'] : []),
    ...(expireAfterSeconds === undefined ? [] : ['dropped']),
  ].join(' ');

it('the indexes are those that ARCHITECTURE.md tells of', async () => {
  const text = readDoc('ARCHITECTURE.md');
  const rows = rowsIn(text.slice(text.indexOf('\n## Indexes'), text.indexOf('\n## Decisions')));
  const told = rows.flatMap(([collections = '', indexes = '']) =>
    collections.split(', ').flatMap((collection) =>
      indexes
        .replace(/ \([^)]*\)/g, '')
        .split('; ')
        .map((index) => `${collection}: ${index.replaceAll('`', '')}`),
    ),
  );
  const connection = await mongoose.createConnection(test.uri).asPromise();
  const names = (await connection.db!.listCollections({ type: 'collection' }).toArray()).map(({ name }) => name);
  const there: string[] = [];
  for (const name of names) {
    const indexes = (await connection.collection(name).indexes()) as Index[];
    there.push(
      ...indexes.filter(({ key }) => !('_id' in key && Object.keys(key).length === 1)).map((one) => tell(name, one)),
    );
  }
  await connection.close();
  expect(told.toSorted()).toEqual(there.toSorted());
});
