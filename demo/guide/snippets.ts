/// <reference types="vite/client" />
/** The guide's snippets. Each one is a file that a test runs. */

/** A snippet of the guide. */
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

/** All snippets, in the order in which the guide shows them. */
export const SNIPPETS: readonly Snippet[] = Object.entries(TITLES).map(([file, title]) => ({
  file,
  title,
  text: texts[`./snippets/${file}`] ?? '',
}));
