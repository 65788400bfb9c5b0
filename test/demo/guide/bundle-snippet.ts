/** Bundles a framework's snippet with an entry that mounts it, using the framework's compiler. */
import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {compile} from 'svelte/compiler';
import {build, type Plugin} from 'vite';
import {compileScript, parse} from 'vue/compiler-sfc';

const SNIPPETS = resolve(import.meta.dirname, '../../../demo/guide/snippets');
/** The package's exports, resolved to its sources. */
const WIDGET = {
  'motp-verify/react': resolve(import.meta.dirname, '../../../src/react.ts'),
  'motp-verify': resolve(import.meta.dirname, '../../../src/index.ts'),
};

/** The entry of each snippet, with which a site mounts the component. */
const ENTRIES: Readonly<Record<string, string>> = {
  'react.tsx': `import {createElement} from 'react';
    import {createRoot} from 'react-dom/client';
    import {MotpCheck} from 'snippet';
    const props = {occasion: 'lesson', unit: 9, onDone: () => {}};
    createRoot(document.querySelector('#app')).render(createElement(MotpCheck, props));`,
  'vue.vue': `import {createApp} from 'vue';
    import MotpCheck from 'snippet';
    createApp(MotpCheck, {occasion: 'lesson', unit: 9}).mount('#app');`,
  'svelte.svelte': `import {mount} from 'svelte';
    import MotpCheck from 'snippet';
    mount(MotpCheck, {target: document.querySelector('#app'), props: {occasion: 'lesson', unit: 9}});`,
  'angular.ts': `import '@angular/compiler';
    import {createComponent, provideZonelessChangeDetection} from '@angular/core';
    import {createApplication} from '@angular/platform-browser';
    import {MotpCheck} from 'snippet';
    const app = await createApplication({providers: [provideZonelessChangeDetection()]});
    const check = createComponent(MotpCheck, {
      environmentInjector: app.injector,
      hostElement: document.querySelector('#app'),
    });
    check.setInput('occasion', 'lesson');
    check.setInput('unit', 9);
    app.attachView(check.hostView);`,
};

/** Bundles the framework, the snippet and the widget into one module. */
export async function bundleSnippet(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [entryPlugin(file)],
    define: {'process.env.NODE_ENV': '"production"'},
    resolve: {alias: {...WIDGET, snippet: resolve(SNIPPETS, file)}},
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: {input: 'entry', output: {codeSplitting: false}},
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('The build has no output.');
  return output.output[0].code;
}

function entryPlugin(file: string): Plugin {
  return {
    name: 'snippet',
    enforce: 'pre',
    resolveId: (id) => (id === 'entry' ? '\0entry' : undefined),
    load(id) {
      if (id === '\0entry') return ENTRIES[file];
      if (id.endsWith('.vue')) return compileVue(readFileSync(id, 'utf8'));
      if (id.endsWith('.svelte')) return compile(readFileSync(id, 'utf8'), {filename: id}).js.code;
      return undefined;
    },
  };
}

function compileVue(source: string): string {
  const {descriptor, errors} = parse(source);
  if (errors.length > 0) throw new Error(String(errors[0]));
  const templateOptions = {compilerOptions: {isCustomElement}};
  return compileScript(descriptor, {id: 'snippet', inlineTemplate: true, templateOptions}).content;
}

function isCustomElement(tag: string): boolean {
  return tag === 'motp-verify';
}
