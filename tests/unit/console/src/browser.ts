// What modules of the console need of a browser when they are loaded. Import this file first.
const element = { lang: "", dir: "", dataset: {} };

Object.assign(globalThis, {
  localStorage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
  sessionStorage: { getItem: () => null, setItem: () => undefined, removeItem: () => undefined },
  document: { documentElement: element },
});
Object.defineProperty(globalThis, "navigator", {
  value: { languages: ["en"], onLine: true },
  configurable: true,
});
