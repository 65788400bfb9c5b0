import {resolve} from 'node:path';
import {defineConfig, type UserConfig} from 'vite';
import {externalChunk} from './tools/vite/external-chunk.ts';
import {asciiOutput} from './tools/vite/ascii-output.ts';
import {minifyTemplates} from './tools/vite/minify-templates.ts';
import {mockWorker} from './tools/vite/mock-worker.ts';
import {ownKeysExports} from './tools/vite/own-keys-exports.ts';
import {nodeBackend} from './tools/vite/node-backend.ts';
import {renameTrustedTypesPolicy} from './tools/vite/trusted-types.ts';

const inRepository = (path: string): string => resolve(import.meta.dirname, path);

/** What all builds of the widget share. */
const shipped = {
  outDir: inRepository('dist'),
  emptyOutDir: false,
  target: 'es2022',
  copyPublicDir: false,
} as const;

/** Where a script tag's module finds what it loads, beside it. */
const chunks = {
  minify: true,
  chunkFileNames: 'motp-verify/[name]-[hash].js',
} as const;

/**
 * `npm run build`: what arrives right after the first render. It refers to nothing by the name of the
 * script tag's module, which sites write with a version (`?v=2`) and browsers keep for long: an old copy
 * of it, or a second one, would come with it.
 */
const runtime: UserConfig = {
  plugins: [minifyTemplates(), renameTrustedTypesPolicy()],
  build: {
    ...shipped,
    lib: {
      entry: inRepository('src/runtime/runtime.ts'),
      formats: ['es'],
      fileName: () => 'motp-verify/runtime-[hash].js',
    },
    rolldownOptions: {
      // It comes in one file; what waits longer takes from it what they share.
      preserveEntrySignatures: 'allow-extension',
      // Of Lit it needs the tags of templates and style sheets alone: the element has brought the rest.
      treeshake: {moduleSideEffects: [{test: /\/node_modules\//, sideEffects: false}]},
      output: {...chunks, codeSplitting: {groups: [{name: 'runtime', tags: ['$initial']}]}},
    },
  },
};

/** `npm run build`, then: a module for a script tag, which is all that a first render needs. */
const widget: UserConfig = {
  plugins: [minifyTemplates(), renameTrustedTypesPolicy(), externalChunk('src/runtime/runtime.ts')],
  build: {
    ...shipped,
    lib: {
      entry: inRepository('src/define.ts'),
      formats: ['es'],
      fileName: () => 'motp-verify.min.js',
    },
    rolldownOptions: {output: chunks},
  },
};

/** `npm run build`: one classic script for pages that know no modules, in ASCII. */
const classic: UserConfig = {
  plugins: [minifyTemplates(), renameTrustedTypesPolicy(), ownKeysExports(), asciiOutput()],
  build: {
    ...shipped,
    lib: {
      entry: inRepository('src/classic.ts'),
      formats: ['iife'],
      name: 'motpVerify',
      fileName: () => 'motp-verify.classic.js',
    },
    rolldownOptions: {output: {codeSplitting: false, minify: true}},
  },
};

/**
 * `npm run build`: the modules as they stand in `src`, for sites that have a bundler; what the package
 * depends on is left to it, so that Lit is there once.
 */
const modules: UserConfig = {
  plugins: [minifyTemplates()],
  build: {
    ...shipped,
    outDir: inRepository('dist/modules'),
    // The bundler's part, which wants to know what is pure.
    minify: false,
    lib: {
      entry: ['index', 'react', 'transport/agency-response-map'].map((entry) =>
        inRepository(`src/${entry}.ts`),
      ),
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit\b/, /^valibot\b/, /^lean-qr\b/, /^react\b/, /^@lit\//],
      output: {
        preserveModules: true,
        preserveModulesRoot: inRepository('src'),
        entryFileNames: '[name].js',
      },
    },
  },
};

/** `npm start` serves the standalone demo, `npm run build:demo` writes it to `dist-demo`. */
const demo: UserConfig = {
  root: inRepository('demo'),
  // Relative addresses: the built demo works under any sub-path.
  base: './',
  plugins: [mockWorker(), nodeBackend(inRepository('node_modules/.cache/motp-verify/endpoint'))],
  build: {
    outDir: inRepository('dist-demo'),
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: {
      input: ['index', 'course', 'guide', 'states', 'identity', 'placeholder'].map((page) =>
        inRepository(`demo/${page}.html`),
      ),
    },
  },
};

export default defineConfig(({mode}) => {
  switch (mode) {
    case 'runtime':
      return runtime;
    case 'widget':
      return widget;
    case 'classic':
      return classic;
    case 'modules':
      return modules;
    default:
      return demo;
  }
});
