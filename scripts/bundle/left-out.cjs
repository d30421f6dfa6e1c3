// Stands in the bundle for a package that the Worker imports and never calls: see [alias] in
// wrangler.toml. Each name that is imported from here is undefined, so a call would throw.
module.exports = {};
