// Builds each app of this folder: `vite build react`. React and Angular need no plugin.
import {svelte} from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

const isCustomElement = (tag) => tag === 'motp-verify';

export default defineConfig({
  base: './',
  plugins: [vue({template: {compilerOptions: {isCustomElement}}}), svelte()],
});
