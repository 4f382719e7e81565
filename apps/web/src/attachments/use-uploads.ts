import { useCallback, useEffect, useRef, useState } from 'react';
import type { AttachmentOwner } from './attachments.documents';
import { sendFile } from './send-file';

/** A file that is on its way, or that was not kept. */
export interface Upload {
  readonly number: number;
  readonly name: string;
  /** From 0 to 1. */
  readonly progress: number;
  /** Waiting or under way: null. `''`: nobody answered. */
  readonly fault: string | null;
}

interface Uploads {
  readonly all: readonly Upload[];
  readonly add: (files: readonly File[], faultOf: (file: File) => string | null) => void;
  readonly dismiss: (number: number) => void;
}

let numbers = 0;

/** Sends files one after the other. What was kept leaves the list; what was not stays with its reason. */
export function useUploads(
  ownerType: AttachmentOwner,
  ownerId: string,
  onKept: (name: string) => void,
): Uploads {
  const [all, setAll] = useState<readonly Upload[]>([]);
  const line = useRef<Promise<void>>(Promise.resolve());
  const kept = useRef(onKept);
  useEffect(() => {
    kept.current = onKept;
  }, [onKept]);

  const change = useCallback((number: number, changes: Partial<Upload>) => {
    setAll((before) => before.map((one) => (one.number === number ? { ...one, ...changes } : one)));
  }, []);
  const dismiss = useCallback((number: number) => {
    setAll((before) => before.filter((one) => one.number !== number));
  }, []);

  const add = useCallback<Uploads['add']>(
    (files, faultOf) => {
      for (const file of files) {
        const number = ++numbers;
        const fault = faultOf(file);
        setAll((before) => [...before, { number, name: file.name, progress: 0, fault }]);
        if (fault !== null) continue;
        line.current = line.current.then(async () => {
          const owner = { ownerType, ownerId };
          const end = await sendFile({ owner, file, onProgress: (progress) => change(number, { progress }) });
          if (end) return change(number, { fault: end.message ?? '' });
          dismiss(number);
          kept.current(file.name);
        });
      }
    },
    [ownerType, ownerId, change, dismiss],
  );
  return { all, add, dismiss };
}
