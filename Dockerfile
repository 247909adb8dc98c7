# syntax=docker/dockerfile:1
# One image for every service; the command says which: `skyrelay serve web`, `… ingest`, `… followup`, `… release`.

FROM node:24-bookworm-slim AS dashboard
WORKDIR /src/app/web
COPY app/web/package.json app/web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY app/web ./
RUN npm run build

FROM python:3.12-slim-bookworm AS packages
RUN apt-get update \
    && apt-get install -y --no-install-recommends gcc libc6-dev \
    && rm -rf /var/lib/apt/lists/*
COPY requirements /requirements
RUN python -m venv /opt/skyrelay \
    && /opt/skyrelay/bin/pip install --no-cache-dir --require-hashes -r /requirements/bootstrap.lock \
    && VIRTUAL_ENV=/opt/skyrelay /opt/skyrelay/bin/uv pip sync --no-cache --compile-bytecode --require-hashes /requirements/base.lock

FROM python:3.12-slim-bookworm
# libgomp: numpy's and astropy's compiled parts; tini: ends the whole tree on SIGTERM and reaps what it leaves.
RUN apt-get update \
    && apt-get install -y --no-install-recommends libgomp1 tini \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home --home-dir /var/lib/skyrelay skyrelay
COPY --from=packages /opt/skyrelay /opt/skyrelay
WORKDIR /srv/skyrelay
COPY pyproject.toml README.md LICENSE config.yaml.defaults ./
COPY requirements/base.in requirements/base.in
COPY app app
COPY ingest ingest
COPY followup followup
COPY plugins plugins
COPY migrations migrations
COPY --from=dashboard /src/app/web/dist app/web/dist
RUN VIRTUAL_ENV=/opt/skyrelay /opt/skyrelay/bin/python -m uv pip install --no-cache --no-deps --no-build-isolation --editable . \
    && install -d -o skyrelay -g skyrelay /var/lib/skyrelay/var
ENV PATH=/opt/skyrelay/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    SKYRELAY__STORAGE__VAR=/var/lib/skyrelay/var \
    SKYRELAY__LOGGING__FORMAT=json \
    SKYRELAY__SERVER__HOST=0.0.0.0 \
    SKYRELAY__DEMO__ENABLED=false
USER skyrelay
VOLUME /var/lib/skyrelay/var
EXPOSE 5000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 CMD ["skyrelay", "healthy", "web"]
ENTRYPOINT ["tini", "-g", "--", "skyrelay"]
CMD ["serve", "web"]
