using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace Streamix.Benchmarks.Registrations;

/// <summary>Clients that sign up new people one after the other.</summary>
internal sealed class SignUps(Uri gateway, string mark)
{
    private int _next;

    public async Task<Answers> RunAsync(int count, int clients)
    {
        var (milliseconds, refused, last) = (new ConcurrentBag<double>(), new ConcurrentBag<HttpStatusCode>(), Volatile.Read(ref _next) + count);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = gateway };
            for (var number = Interlocked.Increment(ref _next); number <= last; number = Interlocked.Increment(ref _next))
            {
                var began = Stopwatch.GetTimestamp();
                if (await SignUpAsync(http, number) is var status and not HttpStatusCode.Created) refused.Add(status);
                else milliseconds.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }));
        Volatile.Write(ref _next, last);
        return new([.. milliseconds.Order()], [.. refused], clock.Elapsed);
    }

    private async Task<HttpStatusCode> SignUpAsync(HttpClient http, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/account/registrations")
        {
            Content = JsonContent.Create(new
            {
                email = $"{mark}-{number}@example.org", password = "a house by the river 1815", displayName = $"Newcomer {number}",
                locale = "en-GB", country = "GB", termsVersion = "2026-01",
            }),
        };
        request.Headers.Add("Idempotency-Key", $"{mark}-{number}");
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}

/// <summary>Latencies in order.</summary>
internal sealed record Answers(double[] Milliseconds, HttpStatusCode[] Refused, TimeSpan Elapsed)
{
    public double PerSecond => Milliseconds.Length / Elapsed.TotalSeconds;

    public double At(double quantile) => Milliseconds.Length == 0 ? double.NaN : Milliseconds[(int)Math.Ceiling(quantile * Milliseconds.Length) - 1];
}
