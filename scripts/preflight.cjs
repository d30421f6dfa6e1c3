// Runs before each npm script, in plain CommonJS: any Node can read it, also one that cannot load
// TypeScript. `npm ci` brings the Node that runs the scripts (the npm package `node`).
const { existsSync } = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");
const has = (...names) => existsSync(path.join(root, "node_modules", ...names));

function findProblem() {
  if (!has(".package-lock.json") || !has("node", "package.json")) {
    return "the npm packages are not installed: run npm ci first";
  }
  if (!has("node", "bin", "node")) {
    return "npm ci ran without install scripts, which bring Node 24: run npm ci --ignore-scripts=false";
  }
  if (!process.features.typescript) {
    return `Node ${process.versions.node} cannot run TypeScript: start this by npm, as in npm start`;
  }
  return null;
}

const problem = findProblem();
if (problem !== null) {
  console.error(`mahfaza: ${problem}`);
  process.exit(1);
}
