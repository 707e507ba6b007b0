import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** What can be dropped, in the words of people who export it. */
export const DROP_WORDS =
  'CSV, Excel, JSON, review feeds or saved shop pages, also zipped, of any size. Nothing is stored before you say so.';

type DropZoneProps = {
  title: string;
  children: ComponentChildren;
  /** Endings for the file dialog. */
  accept?: string;
  isSolid?: boolean;
  onFiles: (files: File[]) => void;
};

/** One place to drop files or to choose them. */
export function DropZone({ title, children, accept, isSolid = false, onFiles }: DropZoneProps) {
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping needs a pointer, the button in it does not
    <div
      class={`drop ${isOver ? 'over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Icon name="import" />
      <div>
        <b>{title}</b>
        <p>{children}</p>
      </div>
      <button type="button" class={`btn ${isSolid ? 'solid' : ''}`} onClick={() => picker.current?.click()}>
        Choose files
      </button>
      <input
        ref={picker}
        type="file"
        class="sr"
        multiple
        tabIndex={-1}
        aria-label="Files to import"
        accept={accept}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
