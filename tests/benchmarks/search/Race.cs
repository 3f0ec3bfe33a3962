using System.Collections.Concurrent;
using System.Diagnostics;

namespace Streamix.Benchmarks.Search;

/// <summary>All queries once, by so many clients.</summary>
internal static class Race
{
    public static async Task<Result> RunAsync(IContestant contestant, IReadOnlyList<Query> queries, int clients)
    {
        ConcurrentBag<Answer> answers = [];
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (var at = Interlocked.Increment(ref next); at < queries.Count; at = Interlocked.Increment(ref next))
            {
                var began = Stopwatch.GetTimestamp();
                var found = await contestant.FindAsync(queries[at].Text);
                answers.Add(new(queries[at], Stopwatch.GetElapsedTime(began).TotalMilliseconds, queries[at].Meant is { } meant && found.Contains(meant)));
            }
        })));
        return new([.. answers], clock.Elapsed);
    }
}

internal sealed record Answer(Query Query, double Milliseconds, bool Found);

internal sealed record Result(IReadOnlyList<Answer> Answers, TimeSpan Elapsed)
{
    public double PerSecond => Answers.Count / Elapsed.TotalSeconds;

    public double At(double quantile, string? kind = null)
    {
        double[] times = [.. Answers.Where(a => kind is null || a.Query.Kind == kind).Select(a => a.Milliseconds).Order()];
        return times[(int)Math.Ceiling(quantile * times.Length) - 1];
    }

    public double Found(string kind)
    {
        var meant = Answers.Where(a => a.Query.Kind == kind && a.Query.Meant is not null).ToArray();
        return meant.Length == 0 ? double.NaN : (double)meant.Count(a => a.Found) / meant.Length;
    }
}
