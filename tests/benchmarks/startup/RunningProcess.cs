using System.Diagnostics;

namespace Streamix.Benchmarks.Startup;

/// <summary>A live process as /proc tells of it.</summary>
internal sealed record RunningProcess(int Id, int Parent, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Arguments)
{
    /// <summary>The service's resource name, else the program.</summary>
    public string Name => Environment.GetValueOrDefault("OTEL_SERVICE_NAME")
        ?? Path.GetFileName(Arguments is ["dotnet" or "bash" or "node", var program, ..] ? program : Arguments is [var first, ..] ? first.Split(' ')[0].TrimEnd(':') : "?");

    /// <summary>Where a service listens; null of anything else.</summary>
    public Uri? Address => Environment.TryGetValue("ASPNETCORE_URLS", out var urls) ? new Uri(urls.Replace("localhost", "127.0.0.1", StringComparison.Ordinal)) : null;

    /// <summary>Bytes of this process alone and its share of what it shares.</summary>
    public long ProportionalBytes => Kilobytes("smaps_rollup", "Pss:") * 1024;

    public long ResidentBytes => Kilobytes("status", "VmRSS:") * 1024;

    /// <summary>Spent by it and by its children that have ended.</summary>
    public TimeSpan Processor
    {
        get
        {
            try
            {
                var state = File.ReadAllText($"/proc/{Id}/stat");
                var spent = state[(state.LastIndexOf(')') + 2)..].Split(' ')[11..15].Sum(ticks => long.Parse(ticks, null));
                return TimeSpan.FromMilliseconds(10 * spent);
            }
            catch (IOException)
            {
                return TimeSpan.Zero;
            }
        }
    }

    /// <summary>Everything whose environment has this variable, and what descends from it (PostgreSQL writes its titles over its environment).</summary>
    public static IReadOnlyList<RunningProcess> With(string variable, string value)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Select(name => int.TryParse(name, out var id) ? Find(id) : null).OfType<RunningProcess>()
            .ToDictionary(process => process.Id);
        return [.. all.Values.Where(Belongs)];

        bool Belongs(RunningProcess process) =>
            process.Environment.GetValueOrDefault(variable) == value || (all.TryGetValue(process.Parent, out var parent) && Belongs(parent));
    }

    public static RunningProcess? Find(int id)
    {
        try
        {
            var environment = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var entry in File.ReadAllText($"/proc/{id}/environ").Split('\0', StringSplitOptions.RemoveEmptyEntries))
                environment[entry.Split('=')[0]] = entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..];
            var state = File.ReadAllText($"/proc/{id}/stat");
            var parent = int.Parse(state[(state.LastIndexOf(')') + 2)..].Split(' ')[1], null);
            return new(id, parent, environment, File.ReadAllText($"/proc/{id}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Kill()
    {
        try
        {
            using var process = Process.GetProcessById(Id);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It ended by itself.
        }
    }

    private long Kilobytes(string file, string field)
    {
        try
        {
            var line = File.ReadLines($"/proc/{Id}/{file}").FirstOrDefault(l => l.StartsWith(field, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], null);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
