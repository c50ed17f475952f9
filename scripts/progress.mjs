// Built-ins only: runs before anything is installed.
// One line that counts the seconds of what takes time: rewritten in a terminal, repeated every ten seconds elsewhere.

let stream = process.stdout;

/** Where progress is shown from now on. */
export function speakOn(other) {
  stream = other;
}

/** Shows `what` until `work` settles, when that takes longer than a moment; passes its result or failure on. */
export async function withProgress(what, work) {
  const begun = Date.now();
  const elapsed = () => `${Math.round((Date.now() - begun) / 1000)} s`;
  const terminal = stream.isTTY;
  let shown = false;
  const show = () => {
    stream.write(terminal ? `\r${what} … ${elapsed()} ` : `${what} … ${shown ? elapsed() : ''}\n`);
    shown = true;
  };
  const first = setTimeout(show, 400);
  const timer = setInterval(show, terminal ? 1_000 : 10_000);
  let outcome = 'failed after';
  try {
    const result = await work();
    outcome = 'done in';
    return result;
  } finally {
    clearTimeout(first);
    clearInterval(timer);
    if (shown) stream.write(`${terminal ? '\r' : ''}${what}: ${outcome} ${elapsed()}${terminal ? '  ' : ''}\n`);
  }
}
