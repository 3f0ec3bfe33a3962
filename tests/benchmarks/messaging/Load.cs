using System.Diagnostics;

namespace Streamix.Benchmarks.Messaging;

/// <summary>The same work for every contestant.</summary>
internal sealed record Load(int Events, int Subjects, int InFlight, int Paced, int PerSecond)
{
    /// <summary>Starts <see cref="Paced"/> events at a steady rate, without waiting for one another.</summary>
    public async Task PaceAsync(Func<int, Task> send)
    {
        var began = Stopwatch.GetTimestamp();
        var sent = new List<Task>();
        for (var i = 0; i < Paced; i++)
        {
            var ahead = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(began);
            if (ahead > TimeSpan.Zero)
                await Task.Delay(ahead);
            sent.Add(send(i));
        }

        await Task.WhenAll(sent);
    }
}
