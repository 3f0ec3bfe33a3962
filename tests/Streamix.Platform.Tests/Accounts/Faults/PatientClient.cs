using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;

namespace Streamix.Platform.Tests.Accounts.Faults;

/// <summary>
/// Repeats a request until there is an answer from somebody who knows: not after a lost connection, a timeout, a 5xx or "still running".
/// Told to come back later (429), it does.
/// </summary>
internal sealed class PatientClient(HttpClient http)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(3);
    private int _repeats;
    private int _postponed;

    public int Repeats => _repeats;

    /// <summary>How often it was told to come back later.</summary>
    public int Postponed => _postponed;

    public async Task<Answer> SendAsync(string path, object body, IPAddress from, string? key = null)
    {
        var (clock, pause) = (Stopwatch.StartNew(), FirstPause);
        for (; ; Interlocked.Increment(ref _repeats))
        {
            var answer = await TryAsync(path, body, from, key);
            if (answer is { Status: var status } && (int)status < 500 && status is not (HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests)) return answer;
            if (clock.Elapsed > Patience) throw new TimeoutException($"{path}: no answer within {Patience}; last {answer?.Status} {answer?.Text}");
            if (answer is { Status: HttpStatusCode.TooManyRequests }) Interlocked.Increment(ref _postponed);
            await Task.Delay(answer?.RetryAfter is { } later && later > pause ? later : pause);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<Answer?> TryAsync(string path, object body, IPAddress from, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Forwarded-For", from.ToString());
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var patience = new CancellationTokenSource(OneTry);
        try
        {
            using var answer = await http.SendAsync(request, patience.Token);
            return new(answer.StatusCode, await answer.Content.ReadAsStringAsync(patience.Token), answer.Headers.RetryAfter?.Delta);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return null;
        }
    }
}

internal sealed record Answer(HttpStatusCode Status, string Text, TimeSpan? RetryAfter)
{
    public void Expect(HttpStatusCode expected, string who)
    {
        if (Status != expected) throw new InvalidOperationException($"{who}: {(int)Status} instead of {(int)expected}: {Text}");
    }
}
