import {resolve} from 'node:path';
import {LICENSES_FILE, LICENSES_TEXT} from './tools/build/licenses.ts';
import {defineConfig, type UserConfig} from 'vite';
import {CHUNKS, externalChunk, HASH_LENGTH} from './tools/vite/external-chunk.ts';
import {classicImports} from './tools/vite/classic-imports.ts';
import {asciiOutput} from './tools/vite/ascii-output.ts';
import {minifyOutput} from './tools/vite/minify-output.ts';
import {minifyTemplates} from './tools/vite/minify-templates.ts';
import {mockWorker} from './tools/vite/mock-worker.ts';
import {ownKeysExports} from './tools/vite/own-keys-exports.ts';
import {nodeBackend} from './tools/vite/node-backend.ts';
import {packHangul} from './tools/vite/pack-hangul.ts';
import {OWN_BUILT_INS, ownBuiltIns, withoutLitGlobals} from './tools/vite/page-globals.ts';
import {withoutUnusedLit} from './tools/vite/unused-lit.ts';
import {templateTagsOnly} from './tools/vite/template-tags.ts';
import {withoutIssueTexts} from './tools/vite/valibot-issues.ts';
import {renameTrustedTypesPolicy} from './tools/vite/trusted-types.ts';

const inRepository = (path: string): string => resolve(import.meta.dirname, path);

/** Options of all builds of the widget. */
const common = {
  outDir: inRepository('dist'),
  emptyOutDir: false,
  target: 'es2022',
  copyPublicDir: false,
  // The licenses of the packages that a build has bundled. `tools/build` collects them.
  license: {fileName: LICENSES_FILE},
} as const;

/** Output of the scripts: a comment names the file of the licenses. `minifyOutput` minifies them. */
const scripts = {
  minify: false,
  comments: {annotation: false, legal: false, jsdoc: false},
  postBanner: `/*! See ${LICENSES_TEXT} */`,
} as const;

/** Output of the builds for script tags: chunks are in the folder next to the module. */
const chunks = {
  ...scripts,
  // A locale and its guide have the same name in different folders.
  chunkFileNames: ({facadeModuleId}: {readonly facadeModuleId: string | null}) =>
    facadeModuleId?.includes('/locales/guide/')
      ? `${CHUNKS}/[name]-guide-[hash:${HASH_LENGTH}].js`
      : `${CHUNKS}/[name]-[hash:${HASH_LENGTH}].js`,
} as const;

/**
 * Output of the two scripts that every page loads. The comment lets Chromium compile their functions
 * while it loads them, on another thread, and not one by one at their first call.
 */
const loadedAtOnce = {
  ...chunks,
  postBanner: ({isEntry}: {readonly isEntry: boolean}) =>
    isEntry ? `${scripts.postBanner}\n//# allFunctionsCalledOnLoad` : scripts.postBanner,
} as const;

/**
 * The modules of the runtime that are chunks of their own, for the module and for the classic script:
 * few pages need them.
 */
const ON_DEMAND = {
  'app-link': 'src/runtime/app-link/app-link.ts',
  disclosure: 'src/runtime/styles/disclosure.ts',
  'identity-details': 'src/runtime/identity/identity-details.ts',
  'phone-illustration': 'src/runtime/guide/phone-illustration.ts',
  'qr-code': 'src/runtime/guide/qr-code.ts',
  'site-help': 'src/runtime/diagnostics/site-help.ts',
} as const;

/** The other languages, which the classic script loads from their chunks. */
const LOCALES = ['en', 'vi', 'zh', 'th', 'id', 'uz', 'ne', 'km'] as const;

/**
 * `npm run build`, first: a chunk that imports nothing. From the folder next to it, the classic script
 * can load it too, without loading the runtime a second time.
 */
const onDemand = (name: keyof typeof ON_DEMAND): UserConfig => ({
  plugins: [
    minifyTemplates(),
    withoutUnusedLit(),
    // Only the pictures have templates.
    ...(name === 'site-help' || name === 'disclosure' ? [] : [templateTagsOnly()]),
    ownBuiltIns(),
    minifyOutput(),
  ],
  build: {
    ...common,
    lib: {
      entry: inRepository(ON_DEMAND[name]),
      formats: ['es'],
      fileName: () => `${CHUNKS}/${name}-[hash:${HASH_LENGTH}].js`,
    },
    rolldownOptions: {
      treeshake: {moduleSideEffects: [{test: /\/node_modules\//, sideEffects: false}]},
      output: chunks,
    },
  },
});

/**
 * `npm run build`, next: the runtime chunk, which is loaded right after the first render.
 *
 * It never imports the script tag's module. Sites add a version to its URL (`?v=2`), so an import would
 * load a second or an outdated copy.
 */
const runtime: UserConfig = {
  plugins: [
    minifyTemplates(),
    withoutIssueTexts(),
    withoutUnusedLit(),
    templateTagsOnly(),
    ...Object.values(ON_DEMAND).map((source) => externalChunk(source, CHUNKS)),
    ownBuiltIns(),
    minifyOutput(),
  ],
  build: {
    ...common,
    lib: {
      entry: inRepository('src/runtime/runtime.ts'),
      formats: ['es'],
      fileName: () => `${CHUNKS}/runtime-[hash:${HASH_LENGTH}].js`,
    },
    rolldownOptions: {
      // The runtime is one file. Chunks that load later import shared code from it.
      preserveEntrySignatures: 'allow-extension',
      // Of Lit, the runtime needs only the template tags. The element has loaded the rest.
      treeshake: {moduleSideEffects: [{test: /\/node_modules\//, sideEffects: false}]},
      output: {
        ...loadedAtOnce,
        codeSplitting: {groups: [{name: 'runtime', tags: ['$initial']}]},
      },
    },
  },
};

/** `npm run build`, then: the module for a script tag, with everything that the first render needs. */
const widget: UserConfig = {
  plugins: [
    minifyTemplates(),
    renameTrustedTypesPolicy(),
    withoutLitGlobals(),
    withoutUnusedLit(),
    externalChunk('src/runtime/runtime.ts'),
    ownBuiltIns(),
    minifyOutput(),
  ],
  build: {
    ...common,
    lib: {
      entry: inRepository('src/define.ts'),
      formats: ['es'],
      fileName: () => 'motp-verify.min.js',
    },
    rolldownOptions: {output: loadedAtOnce},
  },
};

/**
 * `npm run build`: the classic script in ASCII, for pages without modules. It has everything in
 * Korean; the other languages and what few pages need are chunks of the builds before.
 */
const classic: UserConfig = {
  plugins: [
    packHangul(),
    minifyTemplates(),
    renameTrustedTypesPolicy(),
    withoutIssueTexts(),
    withoutLitGlobals(),
    withoutUnusedLit(),
    classicImports([...Object.values(ON_DEMAND), ...LOCALES.map((tag) => `src/locales/${tag}.ts`)]),
    ownKeysExports(),
    minifyOutput(),
    asciiOutput(),
  ],
  build: {
    ...common,
    lib: {
      entry: inRepository('src/classic.ts'),
      formats: ['iife'],
      name: 'motpVerify',
      fileName: () => 'motp-verify.classic.js',
    },
    rolldownOptions: {output: {...scripts, codeSplitting: false, intro: OWN_BUILT_INS}},
  },
};

/** The entries of the package, without those for script tags. */
const MODULES = [
  'index',
  'core',
  'preact',
  'react',
  'solid',
  'svelte',
  'vue',
  'transport/agency-response-map',
] as const;

/**
 * `npm run build`: the modules of `src` one by one, for sites with a bundler. Dependencies stay
 * external, so that the site has one copy of Lit.
 */
const modules: UserConfig = {
  plugins: [minifyTemplates()],
  build: {
    ...common,
    outDir: inRepository('dist/modules'),
    // The site's bundler minifies, and needs the annotations of pure calls.
    minify: false,
    lib: {
      entry: MODULES.map((entry) => inRepository(`src/${entry}.ts`)),
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

/**
 * `npm run build`: the commands of `npx motp-verify`, for Node 20 and later. The package's dependencies
 * stay external. What the demo of the endpoint needs beyond them is bundled, so that no site installs it.
 */
const command: UserConfig = {
  ssr: {noExternal: true, external: ['valibot']},
  build: {
    ...common,
    outDir: inRepository('dist/command'),
    minify: false,
    ssr: inRepository('command/motp-verify.ts'),
    rolldownOptions: {output: {chunkFileNames: '[name].js'}},
  },
};

/** The demo: `npm start` serves it, `npm run build:demo` writes it to `dist-demo`. */
const demo: UserConfig = {
  root: inRepository('demo'),
  // Relative URLs let the built demo work under any path.
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
    case 'app-link':
    case 'disclosure':
    case 'identity-details':
    case 'phone-illustration':
    case 'qr-code':
    case 'site-help':
      return onDemand(mode);
    case 'runtime':
      return runtime;
    case 'widget':
      return widget;
    case 'classic':
      return classic;
    case 'modules':
      return modules;
    case 'command':
      return command;
    default:
      return demo;
  }
});
