import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// In development the pages come from Vite and everything under /api and /login/ from a portal or the fixture server.
const backend = process.env["SKYRELAY_BACKEND"] ?? "http://127.0.0.1:5055";

export default defineConfig({
  plugins: [react()],
  build: {
    // The portal's content security policy allows no data: fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 800,
  },
  server: { proxy: { "/api": { target: backend, ws: true }, "^/login/.+": { target: backend } } },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
