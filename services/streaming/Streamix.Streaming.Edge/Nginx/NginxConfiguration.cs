using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Streamix.Streaming.Edge.Nginx;

/// <summary>nginx.conf. Nothing in it is anybody's input: settings are checked before, and of requests only plain paths get in.</summary>
internal sealed record NginxConfiguration(EdgeOptions Options, EdgeFolder Folder, string Module, string? User, long MostFiles)
{
    /// <summary>Of objects: plain names in folders, so that no decoding reads them otherwise. To the very end: <c>$</c> would let a line break through.</summary>
    private const string ObjectShape = "(?<object>[A-Za-z0-9][A-Za-z0-9._/-]*)";

    /// <summary>The viewer, the origin, the file.</summary>
    private const int FilesOfConnection = 3;
    private const int OtherFiles = 1024;

    public string Write() => $$"""
        load_module {{Module}};
        {{(User is null ? "# workers are of this user" : $"user {User};")}}
        worker_processes {{Options.Workers}};
        worker_rlimit_nofile {{Math.Min(FilesOfConnection * (long)Options.Connections + OtherFiles, MostFiles)}};
        worker_shutdown_timeout {{Seconds(Options.Drain)}};
        daemon off;
        pid {{Folder.Pid}};
        error_log stderr warn;
        events { worker_connections {{Options.Connections}}; }

        http {
          js_path {{Folder.Root}};
          js_import token from token.js;
          js_set $edge_verdict token.verdict;
          js_set $edge_playback token.playback;

          map $uri $edge_kind {
            "~\.(m4s|mp4|m4a)$" segment;
            "~\.(m3u8|mpd)$" playlist;
            "~\.vtt$" text;
            default other;
          }
          # Objects never change; refusals do. Read anew each time: a range outside of the object becomes known late.
          map $status $edge_keep { volatile; "~^(20|304)" "public, max-age=31536000, immutable"; default no-store; }
          # A refused range has its headers made a second time: two origins would be none.
          map $status $edge_origin { volatile; 416 ""; default *; }
          # Read first when the header is sent, and kept.
          map $request_time $edge_first { default $request_time; }
          log_format edge "$status $edge_kind $upstream_cache_status $bytes_sent $edge_first";

          server_tokens off;
          default_type text/plain;
          sendfile on;
          tcp_nopush on;
          tcp_nodelay on;
          keepalive_timeout 65s;
          keepalive_requests 100000;
          send_timeout 30s;
          client_header_timeout 10s;
          client_max_body_size 1k;
          reset_timedout_connection on;
          client_body_temp_path {{Folder.Temporary}}/body;
          proxy_temp_path {{Folder.Temporary}}/proxy;
          fastcgi_temp_path {{Folder.Temporary}}/fastcgi;
          uwsgi_temp_path {{Folder.Temporary}}/uwsgi;
          scgi_temp_path {{Folder.Temporary}}/scgi;
          proxy_cache_path {{Folder.Cache}} levels=1:2 keys_zone=edge:{{Options.IndexMegabytes}}m max_size={{Kilobytes(Options.CacheBytes)}} inactive={{Seconds(Options.CacheInactive)}} use_temp_path=off;
          upstream origin { server unix:{{EdgeFolder.Origin}} max_fails=0; keepalive 32; }
          {{Proxies()}}

          server {
            {{Listen()}}
            access_log {{Folder.AccessLog}} edge buffer=16k flush=250ms;

            location = /healthz { access_log off; add_header Cache-Control no-store always; return 200 "ok\n"; }

            location ~ "^/t/[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/{{ObjectShape}}\z" {
              if ($request_method = OPTIONS) {
                add_header Access-Control-Allow-Origin *;
                add_header Access-Control-Allow-Methods "GET, HEAD, OPTIONS";
                add_header Access-Control-Allow-Headers "Range, If-Range, If-None-Match";
                add_header Access-Control-Max-Age 86400;
                return 204;
              }
              if ($request_method !~ "^(GET|HEAD)$") { return 405; }
              if (-f {{Folder.Denied}}/$edge_playback) { return 403 "revoked\n"; }
              if ($edge_verdict != ok) { return 403 "$edge_verdict\n"; }
              add_header Access-Control-Allow-Origin $edge_origin always;
              add_header Access-Control-Expose-Headers "Content-Length, Content-Range, ETag, Edge-Cache, Edge-Time" always;
              add_header Timing-Allow-Origin * always;
              add_header Cross-Origin-Resource-Policy cross-origin always;
              add_header X-Content-Type-Options nosniff always;
              add_header Cache-Control $edge_keep always;
              add_header Edge-Cache $upstream_cache_status always;
              add_header Edge-Time $edge_first always;
        {{Fill("      ")}}
            }

            location / { return 404; }
          }

          # For the agent alone: how nginx is, and filling the cache before anybody asks.
          server {
            listen unix:{{EdgeFolder.Inner}};
            access_log off;
            location = /status { stub_status; }
            location ~ "^/warm/{{ObjectShape}}\z" {
        {{Fill("      ")}}
            }
            location / { return 404; }
          }
        }

        """;

    /// <summary>One fill for each object, however many wait for it; the old one while it is renewed or the store is away. Nothing of the viewer goes on.</summary>
    private string Fill(string indent) => string.Join('\n', ((string[])
    [
        "proxy_pass http://origin/$object;",
        "proxy_http_version 1.1;",
        "proxy_pass_request_headers off;",
        "proxy_pass_request_body off;",
        "proxy_set_header Host origin;",
        "proxy_set_header Connection \"\";",
        "proxy_connect_timeout 2s;",
        "proxy_send_timeout 5s;",
        "proxy_read_timeout 15s;",
        "proxy_buffer_size 16k;",
        "proxy_buffers 16 64k;",
        "proxy_busy_buffers_size 128k;",
        "proxy_cache edge;",
        "proxy_cache_key $object;",
        $"proxy_cache_valid 200 {Seconds(Options.Fresh)};",
        "proxy_cache_valid 404 2s;",
        "proxy_cache_lock on;",
        "proxy_cache_lock_timeout 30s;",
        "proxy_cache_lock_age 30s;",
        "proxy_cache_use_stale error timeout invalid_header updating http_500 http_502 http_503 http_504;",
        "proxy_cache_background_update on;",
        "proxy_cache_revalidate on;",
        "proxy_force_ranges on;",
        "proxy_ignore_headers Cache-Control Expires Vary Set-Cookie X-Accel-Expires X-Accel-Redirect;",
        "proxy_hide_header Cache-Control;",
    ]).Select(line => indent + line));

    private string Listen()
    {
        var address = IPAddress.Parse(Options.Listen);
        var host = address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        return Options.IsHttps
            ? $"listen {host}:{Options.Port} ssl http2 backlog=4096; ssl_certificate {Options.Certificate}; ssl_certificate_key {Options.CertificateKey}; ssl_protocols TLSv1.2 TLSv1.3; ssl_session_cache shared:tls:10m;"
            : $"listen {host}:{Options.Port} backlog=4096;";
    }

    private string Proxies() => Options.TrustedProxies.Count == 0
        ? "# nobody's X-Forwarded-For is believed"
        : string.Join(' ', Options.TrustedProxies.Select(p => $"set_real_ip_from {p};")) + " real_ip_header X-Forwarded-For; real_ip_recursive on;";

    private static string Seconds(TimeSpan span) => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (long)span.TotalSeconds)}s");

    private static string Kilobytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024}k");
}
