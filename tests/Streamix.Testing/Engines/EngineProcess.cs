using System.Diagnostics;
using System.Text;

namespace Streamix.Testing.Engines;

/// <summary>One server started by its script in eng/engines, in a folder that goes with it. Ends with the test process, however that ends.</summary>
public sealed class EngineProcess : IAsyncDisposable
{
    private readonly Process _script;
    private readonly StringBuilder _log = new();
    private readonly string _pidFile;

    private EngineProcess(Process script, string folder)
    {
        _script = script;
        Folder = folder;
        _pidFile = Path.Combine(folder, "pid");
    }

    /// <summary>The server's data folder.</summary>
    public string Folder { get; }

    /// <summary>What the server wrote so far.</summary>
    public string Log { get { lock (_log) return _log.ToString(); } }

    /// <summary>Starts <c>eng/engines/NAME.sh FOLDER PORT</c> with the given environment.</summary>
    public static EngineProcess Start(string name, int port, params (string Name, string Value)[] environment)
    {
        Leftovers.Sweep(Repository.PathOf(".streamix", "test"));
        var folder = Repository.PathOf(".streamix", "test", $"{Environment.ProcessId}-{name}-{port}");
        Directory.CreateDirectory(folder);
        var info = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Repository.PathOf("eng", "engines", name + ".sh"), folder, $"{port}"]) info.ArgumentList.Add(argument);
        info.Environment["ENGINE_LEASH"] = "stdin";
        foreach (var (key, value) in environment) info.Environment[key] = value;
        var script = new Process { StartInfo = info };
        var engine = new EngineProcess(script, folder);
        script.OutputDataReceived += (_, e) => engine.Append(e.Data);
        script.ErrorDataReceived += (_, e) => engine.Append(e.Data);
        script.Start();
        script.BeginOutputReadLine();
        script.BeginErrorReadLine();
        return engine;
    }

    /// <summary>Waits until <paramref name="answers"/> holds; fails with the server's log when it ended or the deadline passed.</summary>
    public async Task ReadyAsync(Func<Task<bool>> answers, TimeSpan? within = null)
    {
        try
        {
            await Until.TrueAsync(async () => _script.HasExited || await answers(), "the server answers", within ?? TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException e)
        {
            throw new InvalidOperationException($"{Path.GetFileName(Folder)} did not come up:\n{Log}", e);
        }
        if (_script.HasExited) throw new InvalidOperationException($"{Path.GetFileName(Folder)} ended with {_script.ExitCode}:\n{Log}");
    }

    /// <summary>kill -9 of the server; its script starts it again. Returns when the process is gone.</summary>
    public async Task KillAsync()
    {
        var pid = int.Parse(await File.ReadAllTextAsync(_pidFile));
        using var server = Process.GetProcessById(pid);
        server.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>Stops the server in order and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        _script.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        try
        {
            await _script.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _script.Kill(entireProcessTree: true);
        }
        _script.Dispose();
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A straggler still writes its last file; the folder is git-ignored and goes with the next reset.
        }
    }

    private void Append(string? line)
    {
        if (line is null) return;
        lock (_log) _log.AppendLine(line);
    }
}
