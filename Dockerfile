# The API and the command line in one image; the store is elsewhere (docker-compose.yml) or on a volume.
FROM python:3.12-slim AS build
WORKDIR /src
COPY pyproject.toml README.md LICENSE requirements.lock ./
RUN python -m venv /opt/whomet \
    && /opt/whomet/bin/pip install --no-cache-dir --require-hashes --no-deps --requirement requirements.lock
COPY timeline timeline
COPY graph graph
COPY api api
RUN /opt/whomet/bin/pip install --no-cache-dir --no-build-isolation --no-deps .

FROM python:3.12-slim
RUN useradd --uid 10001 --create-home whomet
COPY --from=build /opt/whomet /opt/whomet
ENV PATH="/opt/whomet/bin:$PATH" \
    PYTHONUNBUFFERED=1
USER whomet
WORKDIR /home/whomet
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=6 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/api/v1/health/live', timeout=4)"]
CMD ["gunicorn", "--bind", "0.0.0.0:8000", "--workers", "2", "--threads", "4", "--timeout", "300", "api.wsgi:app()"]
