interface Props {
  readonly text: string;
  /** What it may become. */
  readonly others: readonly string[];
}

/** As high as the highest of the texts that it may become: what stands below never jumps. */
export function SteadyText({ text, others }: Props) {
  return (
    <span className="grid">
      {others.map((other) => (
        <span key={other} aria-hidden="true" className="invisible col-start-1 row-start-1">
          {other}
        </span>
      ))}
      <span className="col-start-1 row-start-1">{text}</span>
    </span>
  );
}
