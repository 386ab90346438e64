# One server node. Configuration comes from the environment; without the required values the boot stops with a sentence.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 FILES_DIR=/srv/files
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/client/dist ./client/dist
COPY --from=build /app/client/src/generated/persisted-documents.json ./client/src/generated/
COPY --from=build /app/schema.graphql ./
RUN mkdir -p /srv/files && chown node:node /srv/files
USER node
EXPOSE 3000
CMD ["node", "--enable-source-maps", "dist/server/src/main.js"]
