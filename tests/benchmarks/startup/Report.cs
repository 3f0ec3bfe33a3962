namespace Streamix.Benchmarks.Startup;

internal static class Report
{
    public static void Head() =>
        Console.WriteLine($"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]} on {Environment.ProcessorCount} processors\n{"",-42}{"ready s",10}{"processes",11}{"PSS MB",10}{"RSS MB",10}");

    public static void Line(string name, Figures figures) =>
        Console.WriteLine($"{name,-42}{figures.Ready.TotalSeconds,10:0.00}{figures.Processes,11}{figures.ProportionalMegabytes,10:0}{figures.ResidentMegabytes,10:0}");

    /// <summary>What the memory of a start is made of, largest first.</summary>
    public static void Parts(IEnumerable<RunningProcess> processes)
    {
        foreach (var part in processes.GroupBy(process => process.Name, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Figures: Figures.Of(TimeSpan.Zero, [.. group]))).OrderByDescending(part => part.Figures.ProportionalMegabytes).Take(12))
            Console.WriteLine($"  {part.Name,-50}{part.Figures.Processes,13}{part.Figures.ProportionalMegabytes,10:0}{part.Figures.ResidentMegabytes,10:0}");
    }

    public static void Ratios(int copies, Figures all, Figures single)
    {
        var (aloneSeconds, share) = (copies * single.Ready.TotalSeconds, all.ProportionalMegabytes / copies);
        Console.WriteLine($"time of {copies} against {copies} x one alone      {all.Ready.TotalSeconds:0.0} s / {aloneSeconds:0.0} s = {all.Ready.TotalSeconds / aloneSeconds:0.00}");
        Console.WriteLine($"memory of a copy against one alone     {share:0.0} MB / {single.ProportionalMegabytes:0.0} MB = {share / single.ProportionalMegabytes:0.00}");
    }
}
