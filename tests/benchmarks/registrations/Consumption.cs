using Streamix.Benchmarks.Startup;

namespace Streamix.Benchmarks.Registrations;

/// <summary>Memory and processor time of everything of one name, at one moment.</summary>
internal sealed record Consumption(string Name, double Megabytes, TimeSpan Processor)
{
    private const double Megabyte = 1024 * 1024;

    public static IReadOnlyList<Consumption> Of(IEnumerable<RunningProcess> processes) =>
        [.. processes.GroupBy(process => process.Name, StringComparer.Ordinal).Select(group => new Consumption(
            group.Key, group.Sum(process => process.ProportionalBytes) / Megabyte, TimeSpan.FromTicks(group.Sum(process => process.Processor.Ticks))))];
}
