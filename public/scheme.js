// Before the first paint: the colour scheme that the reader chose on this device, and that script runs.
(() => {
  const root = document.documentElement;
  root.dataset.script = '';
  try {
    const stored = localStorage.getItem('scheme');
    if (stored === 'light' || stored === 'dark') root.dataset.scheme = stored;
  } catch {
    // Storage is refused: the system's scheme holds.
  }
})();
