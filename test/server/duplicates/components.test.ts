import fc from 'fast-check';
import { expect, it } from 'vitest';
import { connectedComponents } from '../../../server/duplicates/components.ts';

const edges = fc.array(fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 30 })).map(([a, b]) => ({ a, b })));

it('two ids are in one group exactly when a path of edges leads from one to the other', () => {
  fc.assert(
    fc.property(edges, (given) => {
      const ids = Array.from({ length: 31 }, (_, id) => id);
      const groups = connectedComponents(ids, given);
      expect(groups.flat().sort((x, y) => x - y)).toEqual(ids);
      for (const start of ids) {
        const reached = new Set([start]);
        for (let size = 0; size !== reached.size; ) {
          size = reached.size;
          for (const { a, b } of given) {
            if (reached.has(a)) reached.add(b);
            if (reached.has(b)) reached.add(a);
          }
        }
        expect(new Set(groups.find((group) => group.includes(start)))).toEqual(reached);
      }
    }),
  );
});
