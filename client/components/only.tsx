import type { ComponentChildren } from 'preact';
import type { Right } from '../../server/contract/access.ts';
import { may } from '../state/session.ts';
import { Icon } from './icon.tsx';
import { Empty } from './parts.tsx';

const WHY: Partial<Record<Right, string>> = {
  own: 'Programs keep nothing of their own',
  ingest: 'Bringing reviews in is for moderators',
  moderate: 'Changing this is for moderators',
  admin: 'Changing this is for admins',
};

type OnlyProps = {
  right: Right;
  /** Says nothing: it is said nearby. */
  isSilent?: boolean;
  /** It is a whole page, and says so at its head. */
  isPage?: boolean;
  children: ComponentChildren;
};

/** What takes a right: for others it is shown switched off, with the reason. */
export const Only = ({ right, isSilent = false, isPage = false, children }: OnlyProps) => {
  if (may(right)) return <>{children}</>;
  const why = WHY[right];
  return (
    <fieldset class="only" disabled title={why}>
      <legend class="sr">{why}</legend>
      {isPage ? (
        <p class="note only-page">
          <Icon name="info" />
          <span>{why}.</span>
        </p>
      ) : null}
      {children}
      {isSilent || isPage ? null : (
        <small class="only-why" aria-hidden="true">
          {why}
        </small>
      )}
    </fieldset>
  );
};

/** In place of a page that takes a right. */
export const NotForYou = ({ right }: { right: Right }) => (
  <div class="page">
    <section class="card">
      <Empty icon="info" title="This page is not for your role" level={1}>
        {WHY[right]}. An admin can give you another role.
      </Empty>
    </section>
  </div>
);
