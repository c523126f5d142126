# One image for both processes; the command decides. Node.js runs the TypeScript sources as they are.
FROM node:24-slim
ENV NODE_ENV=production MALLOC_ARENA_MAX=2 \
    NODE_OPTIONS="--disable-warning=ExperimentalWarning --max-semi-space-size=8"
WORKDIR /opt/dateline
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force
# What the commands look for before they start, so that none installs anything here.
RUN node -e "const f=require('node:fs');f.writeFileSync('node_modules/.dateline-installed',require('node:crypto').createHash('sha256').update(f.readFileSync('package-lock.json')).digest('hex'))" \
    && mkdir .dateline && chown node .dateline
COPY domain domain
COPY languages languages
COPY authorities authorities
COPY mappings mappings
COPY models models
COPY platform platform
COPY chain chain
COPY mail mail
COPY worker worker
COPY api api
COPY scripts scripts
COPY stack stack
COPY samples samples
USER node
EXPOSE 8080
