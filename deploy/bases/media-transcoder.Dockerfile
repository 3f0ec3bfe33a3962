# What the transcoder's image stands on: .NET, ffmpeg and Shaka Packager (the version of eng/tools/package.json).
FROM node:22-bookworm-slim AS packager
RUN npm install --prefix /tools --no-audit --no-fund shaka-packager@3.4.2

FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble
RUN apt-get update \
 && apt-get install -y --no-install-recommends ffmpeg \
 && rm -rf /var/lib/apt/lists/*
COPY --from=packager --chmod=755 /tools/node_modules/shaka-packager/bin/packager-linux-x64 /usr/local/bin/packager
USER $APP_UID
