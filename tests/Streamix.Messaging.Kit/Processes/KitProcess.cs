using System.Diagnostics;
using System.Text;
using Streamix.Messaging.Kit.Roles;

namespace Streamix.Messaging.Kit.Processes;

/// <summary>One role as a real process that can be killed.</summary>
public sealed class KitProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _log = new();

    private KitProcess(Process process) => _process = process;

    public bool HasExited => _process.HasExited;

    /// <summary>What it wrote, for the message of a failed test.</summary>
    public string Log
    {
        get
        {
            lock (_log)
                return _log.ToString();
        }
    }

    public static KitProcess Start(Role role, KitSettings settings)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(KitProcess).Assembly.Location);
        start.ArgumentList.Add(role.ToString());
        foreach (var (name, value) in settings.For(role))
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        var process = new KitProcess(new Process { StartInfo = start });
        process._process.OutputDataReceived += (_, e) => process.Append(e.Data);
        process._process.ErrorDataReceived += (_, e) => process.Append(e.Data);
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Waits until it killed itself.</summary>
    public async Task DiedAsync(TimeSpan within)
    {
        const int KilledBySignal9 = 137;
        using var limit = new CancellationTokenSource(within);
        await _process.WaitForExitAsync(limit.Token);
        if (_process.ExitCode != KilledBySignal9)
            throw new InvalidOperationException($"It ended with {_process.ExitCode} instead of dying:\n{Log}");
    }

    public Task EndedAsync(CancellationToken cancellationToken = default) => _process.WaitForExitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private void Append(string? line)
    {
        lock (_log)
            _log.AppendLine(line);
    }
}
