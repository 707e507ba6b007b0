import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso';
import type { ClusterDetail } from '../../../server/contract/duplicates.ts';
import type { ReviewHistory, ReviewView } from '../../../server/contract/reviews.ts';
import { Icon } from '../../components/icon.tsx';
import { MarkedText, MarksKey } from '../../components/marked-text.tsx';
import { Empty, Failed, Skeleton } from '../../components/parts.tsx';
import { ReviewTags } from '../../components/review-tags.tsx';
import { formatDay, formatInstant } from '../../state/dates.ts';
import { formatShare, nameOf, nameProduct, plural } from '../../state/figures.ts';
import { isAnalysed, nameLanguage } from '../../state/languages.ts';
import { nameInReason } from '../../state/name-in-reason.ts';
import { useResource } from '../../state/resource.ts';
import { KIND_WORDS, kindOfCopy } from '../../state/split-cluster.ts';
import { labelOf } from '../../state/workspace.ts';
import { ReviewMeta, STATUS_WORDS } from './review-item.tsx';
import { tellEvent } from './tell-event.ts';

const Card = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="card" aria-label={title}>
    <div class="card-h">
      <h2>{title}</h2>
    </div>
    <div class="card-b">{children}</div>
  </section>
);

const Row = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const About = ({ review }: { review: ReviewView }) => (
  <Card title="About this review">
    <dl class="pairs">
      <Row name="Number">{review.id}</Row>
      {review.externalId ? <Row name="At the source">{review.externalId}</Row> : null}
      <Row name="Product">
        <a class="link" href={`/?product=${encodeURIComponent(review.product)}`}>
          {nameProduct(review.product)}
        </a>
      </Row>
      <Row name="Source">{nameOf(review.source)}</Row>
      <Row name="Written">{review.dateKnown ? formatDay(review.date) : 'Not known'}</Row>
      <Row name="Came in">{formatInstant(review.createdAt)}</Row>
      {review.importId ? (
        <Row name="Import">
          <a class="link" href={`/import?id=${review.importId}`}>
            {review.importId}
          </a>
        </Row>
      ) : null}
      <Row name="Status">
        {STATUS_WORDS[review.status]}
        {review.statusReason ? <span class="muted"> {review.statusReason}</span> : null}
      </Row>
      <Row name="Counted once">{review.countedOnce && review.status === 'published' ? 'Yes' : 'No'}</Row>
      <Row name="Language">{nameLanguage(review.language)}</Row>
      <Row name="Judgement">{isAnalysed(review.language) ? nameOf(review.sentiment.label) : 'Not analysed'}</Row>
    </dl>
  </Card>
);

const Copies = ({ review }: { review: ReviewView }) => {
  const { value, error, reload } = useResource<ClusterDetail>(review.cluster ? `/duplicates/${review.cluster}` : null);
  if (!review.cluster) return null;
  return (
    <Card title="Copies">
      {error ? (
        <Failed what="The copies" detail={error.message} onRetry={reload} />
      ) : value === null ? (
        <Skeleton lines={3} />
      ) : (
        <>
          <p class="small-text">{nameInReason(value.why)}</p>
          <ul class="copies">
            {value.members
              .filter((member) => member.id !== review.id)
              .map((member) => {
                const pair = kindOfCopy(value, review.id, member.id);
                return (
                  <li key={member.id}>
                    <a class="link" href={`/reviews/${member.id}`}>
                      {member.id}
                    </a>
                    <span class="muted" title={pair ? `Measured similarity ${formatShare(pair.score)}` : undefined}>
                      {pair ? KIND_WORDS[pair.kind] : ''}
                    </span>
                    <span class="muted">{nameOf(member.source)}</span>
                    <span class="muted">{formatDay(member.date)}</span>
                  </li>
                );
              })}
          </ul>
          <a class="btn small" href={`/duplicates/${review.cluster}`}>
            Decide about {plural(value.size - 1, 'copy', 'copies')}
          </a>
        </>
      )}
    </Card>
  );
};

const History = ({ id }: { id: string }) => {
  const { value, error, reload } = useResource<ReviewHistory>(`/reviews/${id}/history`);
  return (
    <Card title="History">
      {error ? (
        <Failed what="The history" detail={error.message} onRetry={reload} />
      ) : value === null ? (
        <Skeleton lines={3} />
      ) : (
        <ol class="history">
          {value.items.map((item) => (
            <li key={`${item.version}-${item.at}-${item.event}`}>
              <b>{nameOf(item.event)}</b>
              {item.detail ? <span> {tellEvent(item, labelOf)}</span> : null}
              <p class="muted">
                {item.actor} · {formatInstant(item.at)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
};

/** One review with everything that is known of it: what it says of features, its copies, and what happened to it. */
export function ReviewPage() {
  const { params } = useRoute();
  const id = params['id'] ?? '';
  const { value, error, reload } = useResource<ReviewView>(`/reviews/${encodeURIComponent(id)}`);
  const [changed, setChanged] = useState<ReviewView | null>(null);
  // The answer to a change is there before the review is read again.
  const review = value && changed?.id === value.id && changed.version > value.version ? changed : value;
  useEffect(() => {
    document.title = `${id} · Reviewfinder`;
  }, [id]);
  return (
    <div class="page">
      <p class="crumbs">
        <Icon name="left" />
        <a href="/reviews">Reviews</a>
      </p>
      <div class="page-head">
        <h1>{id}</h1>
      </div>
      {error ? (
        <section class="card">
          {error.status === 404 ? (
            <Empty level={2} icon="search" title="There is no such review">
              {id} is not, or no longer, stored here.
            </Empty>
          ) : (
            <Failed level={2} what="This review" detail={error.message} onRetry={reload} />
          )}
        </section>
      ) : review === null ? (
        <div class="grid g-tail">
          <Skeleton height={320} />
          <Skeleton height={320} />
        </div>
      ) : (
        <div class="grid g-tail top">
          <div class="stack">
            <section class="card whole" aria-label="Text">
              <ReviewMeta review={review} />
              {review.title ? (
                <h2 class="whole-title">
                  <MarkedText review={review} field="title" />
                </h2>
              ) : (
                <h2 class="sr">Text</h2>
              )}
              <p class="whole-text">
                <MarkedText review={review} field="text" />
              </p>
              {review.mentions.length > 0 ? <MarksKey /> : null}
              <ReviewTags key={review.id} review={review} onChanged={setChanged} />
            </section>
            <History id={review.id} />
          </div>
          <div class="stack">
            <Copies review={review} />
            <About review={review} />
          </div>
        </div>
      )}
    </div>
  );
}
