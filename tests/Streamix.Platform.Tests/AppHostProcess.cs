using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Platform.Tests;

/// <summary>An AppHost of its own, its processes found by the mark in their environment.</summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private readonly string _mark = $"test-{Guid.NewGuid():n}";
    private readonly string _data;
    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private AppHostProcess(string root, string[] arguments)
    {
        _data = Repository.PathOf(".streamix", "test", _mark);
        var ports = FreePorts.Take(3);
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[
            Path.Combine(root, "Streamix.AppHost", "bin", configuration, "net10.0", "Streamix.AppHost.dll"),
            "--progress", "true", "--backing", "processes", "--ports", "random", "--data", _data, .. arguments]) start.ArgumentList.Add(argument);
        start.Environment["STREAMIX_INSTANCE"] = _mark;
        start.Environment["DOTNET_ENVIRONMENT"] = "Development";
        start.Environment["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true";
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{ports}";
        start.Environment["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = $"http://localhost:{ports + 1}";
        start.Environment["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = $"http://localhost:{ports + 2}";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
    }

    public static AppHostProcess Start(params string[] arguments) => StartIn(Repository.Root, arguments);

    /// <summary>The AppHost of another checkout.</summary>
    public static AppHostProcess StartIn(string root, params string[] arguments)
    {
        var host = new AppHostProcess(root, arguments);
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    public async Task WaitForLineAsync(string text)
    {
        await Until.TrueAsync(() => _process.HasExited || Output.Contains(text, StringComparison.Ordinal), $"the AppHost says '{text}'; so far:\n{Output}", TimeSpan.FromMinutes(2));
        if (!Output.Contains(text, StringComparison.Ordinal)) throw new InvalidOperationException($"The AppHost ended:\n{Output}");
    }

    /// <summary>A secret that this start has made for itself.</summary>
    public string Secret(string name) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(_data, "secrets.json")))![name];

    /// <summary>The address that was printed for a resource once all were healthy.</summary>
    public async Task<Uri> AddressOfAsync(string resource)
    {
        string? address = null;
        await Until.TrueAsync(() => (address = Output.Split('\n').Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(words => words is [var name, var url] && name == resource && url.StartsWith("http", StringComparison.Ordinal))?[1]) is not null,
            $"the address of {resource} is printed");
        return new(address!);
    }

    public void Signal(string signal) => Process.Start("kill", [$"-{signal}", $"{_process.Id}"])!.WaitForExit();

    /// <summary>What ./streamix down does, for this start.</summary>
    public async Task DownAsync()
    {
        var scripts = Repository.PathOf("eng", "scripts");
        using var down = Process.Start("bash", ["-ec", $"root={_mark}; state={_data}; . {scripts}/say.sh; . {scripts}/processes.sh; down"])!;
        await down.WaitForExitAsync();
        if (down.ExitCode != 0) throw new InvalidOperationException($"down ended with {down.ExitCode}");
    }

    /// <summary>Ids of the live processes of this start, of one program when named.</summary>
    public IReadOnlyList<int> Processes(string? program = null) =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(name => int.Parse(name!))
            .Where(id => Read(id, "environ").Split('\0').Contains($"STREAMIX_INSTANCE={_mark}"))
            .Where(id => program is null || Path.GetFileName(Read(id, "cmdline").Split('\0')[0]) == program)];

    public async ValueTask DisposeAsync()
    {
        foreach (var id in Processes())
        {
            try
            {
                Process.GetProcessById(id).Kill();
            }
            catch (ArgumentException)
            {
                // It ended by itself meanwhile.
            }
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (Directory.Exists(_data)) Directory.Delete(_data, recursive: true);
    }

    private string Output
    {
        get { lock (_output) return _output.ToString(); }
    }

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private void Append(string? line)
    {
        if (line is null) return;
        lock (_output) _output.AppendLine(line);
    }
}
