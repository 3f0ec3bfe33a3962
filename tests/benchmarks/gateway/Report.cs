namespace Streamix.Benchmarks.Gateway;

/// <summary>Both figures and their ratio.</summary>
internal static class Report
{
    public const string Signature = "signature";
    public const string Checked = "checked";
    public const string Asking = "asking";

    public static void Print(Settings settings, IReadOnlyList<Sample> samples)
    {
        Console.WriteLine(settings.Spread
            ? $"All on {Environment.ProcessorCount} cores; wrk, backend, Redis and trace sink beside the servers."
            : "Servers on core 0, one at a time; wrk, backend, Redis and trace sink on core 1.");
        Console.WriteLine($"{settings.Connections} connections, {settings.Users} users, {settings.Rounds} rounds of {settings.Seconds} s in turn, {settings.Sampling:p0} of the traces exported.");
        Console.WriteLine(settings.Sessions
            ? "signature: ES256, deny list and limits. checked: also the session service's word by gRPC, kept five minutes. asking: the same word, asked for with every request."
            : "yarp: one route, no policies, no tracing. Gateway: ES256 session check, revocation, limits per user and address in Redis, spans over OTLP, security headers.");
        Console.WriteLine();
        foreach (var server in samples.GroupBy(s => s.Server))
        {
            Console.WriteLine($"{server.Key,-9} {Median(server, s => s.PerSecond),9:n0} req/s   p99 {Median(server, s => s.P99Milliseconds),7:n2} ms   {Median(server, s => s.CpuMicroseconds),6:n1} µs CPU each   ({string.Join(' ', server.Select(s => s.PerSecond.ToString("n0")))})   failures {server.Sum(s => s.Failures)}");
        }

        if (settings.Sessions)
        {
            Console.WriteLine($"ratio    {Ratio(samples, Checked, Signature),9:n2}   with session check to signature only");
            Console.WriteLine($"         {Ratio(samples, Asking, Signature),9:n2}   asking every time to signature only: what keeping the word saves");
            return;
        }

        Console.WriteLine($"ratio    {Ratio(samples, "gateway", "nginx"),9:n2}   gateway to nginx (aim 0.80)");
        Console.WriteLine($"         {Ratio(samples, "yarp", "nginx"),9:n2}   bare YARP to nginx: what the proxy beneath leaves to reach");
        Console.WriteLine($"         {Ratio(samples, "gateway", "yarp"),9:n2}   gateway to bare YARP: what is ours");
    }

    private static double Ratio(IReadOnlyList<Sample> samples, string of, string to) =>
        Median(samples.Where(s => s.Server == of), s => s.PerSecond) / Median(samples.Where(s => s.Server == to), s => s.PerSecond);

    private static double Median(IEnumerable<Sample> samples, Func<Sample, double> of)
    {
        var sorted = samples.Select(of).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
