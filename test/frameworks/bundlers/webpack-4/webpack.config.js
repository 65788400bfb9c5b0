const {join} = require('node:path');
const {VueLoaderPlugin} = require('vue-loader');

module.exports = {
  mode: 'production',
  entry: './src/main.js',
  output: {path: join(__dirname, 'public'), filename: 'main.js'},
  module: {rules: [{test: /\.vue$/, loader: 'vue-loader'}]},
  plugins: [new VueLoaderPlugin()],
};
