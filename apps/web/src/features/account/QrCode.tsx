import { useMemo } from 'react';
import { encode } from 'uqr';

/** Drawn here: what it says is a secret and goes to nobody. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const { size: side, data } = encode(text, { ecc: 'M', border: 4 });
    const cells = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
    return { size: side, path: cells.join('') };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="w-56 max-w-full border border-solid-gray-300 bg-white text-black [forced-color-adjust:none]"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}
