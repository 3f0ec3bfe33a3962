using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;

namespace Streamix.Benchmarks.Logins;

/// <summary>Clients that sign in one after the other.</summary>
internal sealed class Load(IdentityProcess identity, int clients)
{
    public async Task<Figures> RunAsync(TimeSpan time)
    {
        ConcurrentBag<double> milliseconds = [];
        var failures = 0;
        var (before, clock) = (identity.Processor, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            using var http = new HttpClient { BaseAddress = identity.Address };
            while (clock.Elapsed < time)
            {
                var began = Stopwatch.GetTimestamp();
                var email = IdentityProcess.EmailOf(Random.Shared.Next(identity.Accounts));
                using var answer = await http.PostAsJsonAsync("/identity/sign-in", new { email, password = IdentityProcess.Password });
                if (answer.IsSuccessStatusCode)
                    milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                else
                    Interlocked.Increment(ref failures);
            }
        }));
        return new(milliseconds.Order().ToArray(), failures, clock.Elapsed, identity.Processor - before);
    }
}
