using System.Diagnostics;
using System.Net.Sockets;

namespace Streamix.Benchmarks.Gateway;

/// <summary>A server that lives as long as the benchmark.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public static async Task<Child> StartAsync(string cores, int port, string file, IEnumerable<string> args, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(cores.Length > 0 ? "taskset" : file) { RedirectStandardOutput = true };
        IEnumerable<string> all = cores.Length > 0 ? ["-c", cores, file, .. args] : args;
        all.ToList().ForEach(start.ArgumentList.Add);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var child = new Child(Process.Start(start)!);
        child._process.OutputDataReceived += (_, _) => { };
        child._process.BeginOutputReadLine();
        await child.ListensAsync(port);
        return child;
    }

    /// <summary>Processor time spent so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ListensAsync(int port)
    {
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromSeconds(30) && !_process.HasExited)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException($"{_process.StartInfo.FileName} {string.Join(' ', _process.StartInfo.ArgumentList)} does not listen on {port}.");
    }
}
