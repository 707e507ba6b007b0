import { useState } from 'preact/hooks';
import type { DigestPreview, TestedDigest } from '../../../server/contract/digest.ts';
import { apiPath, postJson, toApiFailure } from '../../api.ts';
import { Modal } from '../../components/modal.tsx';
import { Failed, Skeleton } from '../../components/parts.tsx';
import { formatPeriod } from '../../state/dates.ts';
import { plural } from '../../state/figures.ts';
import { type Resource, useResource } from '../../state/resource.ts';

type Sent = { kind: 'done' | 'failed'; text: string };

/** Sends the digest as of now to one address, at once. */
function TestMail({ canMail }: { canMail: boolean }) {
  const [to, setTo] = useState('');
  const [isSending, setSending] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const send = async () => {
    setSending(true);
    setSent(null);
    try {
      const { state, error } = await postJson<TestedDigest>('/digest/test', { to: to.trim() });
      setSent(
        state === 'sent'
          ? { kind: 'done', text: `The mail server has taken the mail to ${to.trim()}.` }
          : { kind: 'failed', text: `The mail did not go out. ${error ?? ''}` },
      );
    } catch (cause) {
      setSent({ kind: 'failed', text: `The mail did not go out. ${toApiFailure(cause).message}` });
    } finally {
      setSending(false);
    }
  };
  if (!canMail) {
    return (
      <p class="note">
        This server has no mail server to send a test by: the operator sets SMTP_URL and MAIL_FROM. A webhook gets the
        digest all the same.
      </p>
    );
  }
  return (
    <form
      class="test-mail"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label class="field">
        <span>Send this as a test to</span>
        <input
          type="email"
          required
          value={to}
          autocomplete="email"
          placeholder="ann@shop.example"
          onInput={(event) => setTo(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="btn" disabled={isSending || to.trim() === ''}>
        {isSending ? 'Sending…' : 'Send test'}
      </button>
      <p class={sent?.kind === 'failed' ? 'error-text' : 'small-text'} role="status">
        {sent?.text ?? ''}
      </p>
    </form>
  );
}

const Mail = ({ preview }: { preview: Resource<DigestPreview> }) => {
  const { value, error, reload } = preview;
  if (error) return <Failed what="The preview" detail={error.message} onRetry={reload} />;
  if (value === null) return <Skeleton height={480} />;
  const { period, parts } = value.digest;
  return (
    <>
      <p class="small-text">
        <b>{value.subject}</b>
        <br />
        <span class="muted">
          {formatPeriod(period.from, period.to)} (UTC), {plural(parts.length, 'part', 'parts')},{' '}
          {plural(
            parts.reduce((sum, { reviews }) => sum + reviews, 0),
            'review',
            'reviews',
          )}
        </span>
      </p>
      <iframe
        class="mail-frame"
        title="The mail as it is sent"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is in the frame is scrolled by the keys
        tabIndex={0}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src={apiPath('/digest/mail')}
      />
    </>
  );
};

/** The digest as it would go out now, and a test of it. */
export function DigestPreviewDialog({ canMail, onClose }: { canMail: boolean; onClose: () => void }) {
  const preview = useResource<DigestPreview>('/digest/mail');
  return (
    <Modal title="The digest as of now" isWide onClose={onClose}>
      <div class="note-form">
        <TestMail canMail={canMail} />
        <Mail preview={preview} />
      </div>
    </Modal>
  );
}
