namespace Streamix.Benchmarks.Startup;

/// <summary>How long until healthy, and the memory of some processes at that moment.</summary>
internal sealed record Figures(TimeSpan Ready, int Processes, double ProportionalMegabytes, double ResidentMegabytes)
{
    private const double Megabyte = 1024 * 1024;

    public static Figures Of(TimeSpan ready, IReadOnlyCollection<RunningProcess> processes) => new(
        ready, processes.Count, processes.Sum(process => process.ProportionalBytes) / Megabyte, processes.Sum(process => process.ResidentBytes) / Megabyte);
}
