const {join} = require('node:path');
const {VueLoaderPlugin} = require('vue-loader');

module.exports = {
  // Vue names an element that it does not know in this mode alone.
  mode: 'development',
  entry: './src/main.js',
  output: {path: join(__dirname, 'public'), filename: 'main.js'},
  module: {rules: [{test: /\.vue$/, loader: 'vue-loader'}]},
  plugins: [new VueLoaderPlugin()],
};
