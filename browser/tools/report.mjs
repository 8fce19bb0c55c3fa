// How the checks went, for people.

/** Of one check so many faults are told; the rest are counted. */
const TOLD_MAX = 12;

export function table(outcomes) {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  const lines = outcomes.map(({ name, figure, faults, seconds }) =>
    `  ${name.padEnd(width)}  ${faults.length ? "FAILED" : "passed"}  ${seconds.toFixed(1).padStart(6)} s  ${figure ?? ""}`.trimEnd());
  const told = outcomes.filter(({ faults }) => faults.length).flatMap(({ name, faults }) => {
    const left = faults.length - TOLD_MAX;
    return ["", `${name}:`, ...faults.slice(0, TOLD_MAX).map((fault) => `  - ${fault}`), ...(left > 0 ? [`  - and ${left} more`] : [])];
  });
  const failed = outcomes.filter(({ faults }) => faults.length).length;
  return [...lines, ...told, "", `${outcomes.length - failed} passed, ${failed} failed`].join("\n");
}
