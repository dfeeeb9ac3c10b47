import '../../../assets/citycase/session.js';

// Everything else keeps the engine's own defaults.
export default {
  app: {
    name: 'CityCase Admin',
    vendor: '数字城管'
  },
  // It belongs to the engine's own login form, which nobody comes to see.
  disableWelcomeMessage: true
};
