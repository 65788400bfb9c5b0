/** package.json names the published manifest, not the analyzer's draft. */
export default {packagejson: false};
