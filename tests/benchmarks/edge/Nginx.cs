using System.Diagnostics;
using System.Net.Sockets;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Edge;

/// <summary>The reference: nginx with sendfile, no log, no check of anything.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private readonly Process _process;

    private Nginx(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <param name="folder">For its own files.</param>
    /// <param name="root">What it sends.</param>
    /// <param name="cores">For taskset; empty for all.</param>
    public static async Task<Nginx> StartAsync(string folder, string root, int workers, string cores = "")
    {
        var port = FreePorts.Take();
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "nginx.conf");
        await File.WriteAllTextAsync(file, Configuration(folder, root, port, workers));
        string[] command = [.. cores.Length > 0 ? (string[])["taskset", "-c", cores] : [], "nginx", "-p", folder, "-c", file];
        var nginx = new Nginx(Process.Start(new ProcessStartInfo(command[0], command[1..]))!, new($"http://127.0.0.1:{port}/"));
        await Until.TrueAsync(async () =>
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port);
            return true;
        }, "nginx listens");
        return nginx;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Configuration(string folder, string root, int port, int workers) => $$"""
        {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
        daemon off; worker_processes {{workers}}; worker_rlimit_nofile 20000; pid {{folder}}/nginx.pid; error_log {{folder}}/nginx.log;
        events { worker_connections 8192; }
        http {
          access_log off; sendfile on; tcp_nopush on; tcp_nodelay on; keepalive_requests 1000000000; default_type video/iso.segment;
          client_body_temp_path {{folder}}/t1; proxy_temp_path {{folder}}/t2; fastcgi_temp_path {{folder}}/t3; uwsgi_temp_path {{folder}}/t4; scgi_temp_path {{folder}}/t5;
          server { listen 127.0.0.1:{{port}} backlog=4096; root {{root}}; add_header Access-Control-Allow-Origin *; add_header Timing-Allow-Origin *; }
        }
        """;
}
