/// <reference types="vite/client" />
/** The snippets of the guide: each is a file that a test runs. */

/** A snippet by its file's name. */
export interface Snippet {
  readonly file: string;
  readonly title: string;
  readonly text: string;
}

const TITLES: Readonly<Record<string, string>> = {
  'page.html': 'HTML',
  'form.html': 'HTML <form>',
  'jstl.jsp': 'JSP (JSTL, EL)',
  'spring.jsp': 'Spring Security CSRF',
  'egovframe.jsp': 'eGovFrame (*.do, form)',
  'react.tsx': 'React',
  'vue.vue': 'Vue',
  'angular.ts': 'Angular',
  'svelte.svelte': 'Svelte',
};

const texts = import.meta.glob<string>('./snippets/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Every snippet, in the order in which it is shown. */
export const SNIPPETS: readonly Snippet[] = Object.entries(TITLES).map(([file, title]) => ({
  file,
  title,
  text: texts[`./snippets/${file}`] ?? '',
}));
