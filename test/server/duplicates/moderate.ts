import request from 'supertest';
import type { ClusterDetail, ClusterPage, Decision } from '../../../server/contract/duplicates.ts';
import type { Bulk } from '../../../server/contract/moderation-bulk.ts';
import { createRandom } from '../../../server/sample/random.ts';
import type { TestApp } from '../../support/app.ts';

const WORDS =
  'acorn barrel canyon dolphin engine falcon glacier hammer iceberg jacket ladder marble napkin oyster pillow quiver rocket saucer tunnel velvet'.split(
    ' ',
  );

/** Texts that have nothing in common. */
export const textOf = (n: number): string => {
  const random = createRandom(n);
  return Array.from({ length: 14 }, () => `${random.pick(WORDS)}${random.int(1, 99_999)}`).join(' ');
};

interface Copy {
  rating?: number;
  author?: string;
  source?: string;
  date?: string;
}

/** What moderators do, through the API of a test app. */
export function moderate(test: () => TestApp) {
  const api = () => request(test().app);
  let posted = 0;
  const post = async (product: string, text: string, extra: Copy & { product?: string } = {}) => {
    posted += 1;
    const review = { source: 's', externalId: `${product}-${posted}`, product, text, ...extra };
    return (await api().post('/api/v1/reviews').send(review).expect(201)).body as {
      id: string;
      cluster: string | null;
    };
  };
  return {
    api,
    post,
    /** A cluster of copies of a text of its own; answers its id. */
    async cluster(product: string, n: number, copies: readonly Copy[] = [{}, {}]): Promise<string> {
      let last: string | null = null;
      for (const copy of copies) last = (await post(product, textOf(n), copy)).cluster;
      return last as string;
    },
    list: async (query = ''): Promise<ClusterPage> =>
      (await api().get(`/api/v1/duplicates?limit=200&${query}`).expect(200)).body,
    detail: async (id: string, query = ''): Promise<ClusterDetail> =>
      (await api().get(`/api/v1/duplicates/${id}?${query}`).expect(200)).body,
    remove: async (id: string, extra: object = {}) => {
      const { body } = await api().get(`/api/v1/duplicates/${id}`);
      return api()
        .post(`/api/v1/duplicates/${id}/decisions`)
        .send({
          ...{ action: 'remove', keep: [body.survivor], reason: 'duplicate-exact', version: body.version },
          ...extra,
        });
    },
    dismiss: async (id: string): Promise<Decision> => {
      const { body } = await api().get(`/api/v1/duplicates/${id}`);
      const decision = { action: 'not_duplicates', version: body.version };
      return (await api().post(`/api/v1/duplicates/${id}/decisions`).send(decision).expect(201)).body;
    },
    undo: (id: string) => api().post(`/api/v1/decisions/${id}/undo`),
    bulk: (body: object) => api().post('/api/v1/duplicates/decisions').send(body),
    /** Until it is no longer at work. */
    async finished(id: string): Promise<Bulk> {
      for (;;) {
        const bulk: Bulk = (await api().get(`/api/v1/bulks/${id}`).expect(200)).body;
        if (bulk.state === 'done' || bulk.state === 'undone') return bulk;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}
