namespace Streamix.Benchmarks.Gateway;

/// <summary>The rival: one worker, a plain proxy with connections kept open, no access log.</summary>
internal static class Nginx
{
    public static string Configuration(string folder, int port, int backend) => $$"""
        daemon off; master_process off; worker_processes 1; pid {{folder}}/nginx.pid; error_log {{folder}}/nginx.log;
        events { worker_connections 4096; }
        http {
          access_log off; keepalive_requests 1000000000; sendfile on; tcp_nodelay on;
          client_body_temp_path {{folder}}/t1; proxy_temp_path {{folder}}/t2; fastcgi_temp_path {{folder}}/t3; uwsgi_temp_path {{folder}}/t4; scgi_temp_path {{folder}}/t5;
          upstream backend { server 127.0.0.1:{{backend}}; keepalive 256; keepalive_requests 1000000000; }
          server {
            listen 127.0.0.1:{{port}};
            location / {
              proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Host $host;
              proxy_set_header X-Forwarded-For $remote_addr; proxy_set_header X-Forwarded-Proto $scheme; proxy_set_header X-Forwarded-Host $http_host;
            }
          }
        }
        """;
}
