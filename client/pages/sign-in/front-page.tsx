import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';

type FrontPageProps = { title: string; about?: ComponentChildren; children: ComponentChildren };

/** A page before the app: one card, nothing around it. */
export function FrontPage({ title, about, children }: FrontPageProps) {
  useEffect(() => {
    document.title = `${title} · Reviewfinder`;
  }, [title]);
  return (
    <main class="front" id="main">
      <p class="brand">
        <Icon name="logo" />
        Reviewfinder
      </p>
      <section class="card front-card" aria-labelledby="front-title">
        <h1 id="front-title">{title}</h1>
        {about === undefined ? null : <p class="dim">{about}</p>}
        {children}
      </section>
    </main>
  );
}
