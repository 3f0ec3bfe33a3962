using System.Diagnostics;

namespace Streamix.Benchmarks.Startup;

/// <summary>Asks a service's own port until it is healthy.</summary>
internal static class Readiness
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <param name="service">Its address.</param>
    /// <param name="pause">Between two questions; long enough not to be a load of its own.</param>
    public static async Task WaitAsync(Uri service, TimeSpan pause)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience; await Task.Delay(pause))
            if (await IsHealthyAsync(service)) return;
        throw new TimeoutException($"{service} did not become healthy.");
    }

    private static async Task<bool> IsHealthyAsync(Uri service)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(service, "/health"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }
}
