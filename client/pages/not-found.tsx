import { Empty } from '../components/parts.tsx';

export const NotFound = () => (
  <div class="page">
    <section class="card">
      <Empty
        icon="search"
        level={1}
        title="There is no such page"
        foot={
          <a class="link" href="/">
            Go to the overview
          </a>
        }
      >
        The address may be mistyped, or the page has moved.
      </Empty>
    </section>
  </div>
);
