import { useEffect } from 'preact/hooks';
import { type Resource, useResource } from '../../state/resource.ts';

const LOOK_MS = 5000;

/** A resource that is read again every few seconds while the page is looked at: what it tells of changes by itself. */
export function useLive<T>(path: string): Resource<T> {
  const resource = useResource<T>(path);
  const { reload } = resource;
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) reload();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [reload]);
  return resource;
}
