using System.Diagnostics;

namespace Streamix.KafkaMock;

/// <summary>The mock cluster as a process of its own, which ends with the process that started it. For tests that kill the broker.</summary>
public sealed class KafkaMockProcess : IAsyncDisposable
{
    private readonly Process _process;

    private KafkaMockProcess(Process process, string bootstrapServers) => (_process, BootstrapServers) = (process, bootstrapServers);

    /// <summary>The address clients bootstrap from.</summary>
    public string BootstrapServers { get; }

    /// <summary>Starts the process and waits until it serves.</summary>
    /// <param name="port">A fixed port, or 0 for any.</param>
    /// <param name="topics">Each <c>name:partitions</c>.</param>
    public static async Task<KafkaMockProcess> StartAsync(int port = 0, params string[] topics)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(KafkaMockProcess).Assembly.Location, $"{port}", "--until-input-ends", .. topics]) start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync();
        if (line?.Split(' ') is ["READY", var address]) return new KafkaMockProcess(process, address);
        process.Kill();
        process.Dispose();
        throw new InvalidOperationException($"The mock cluster did not start: {line}");
    }

    /// <summary>kill -9; everything the brokers held is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
