using System.Collections.Concurrent;
using System.Text.Json;
using Shouldly;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>Gathers what was not refused as it should be, so that all of it is seen at once.</summary>
internal sealed class Violations
{
    private readonly ConcurrentBag<string> _found = [];
    private int _asked;

    /// <summary>How many answers were looked at.</summary>
    public int Asked => _asked;

    public void Add(string violation) => _found.Add(violation);

    /// <summary>One of these statuses, as a problem with a trace id.</summary>
    public async Task ExpectAsync(string what, HttpResponseMessage answer, params int[] statuses)
    {
        Interlocked.Increment(ref _asked);
        var (status, text) = ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
        if (!statuses.Contains(status))
            Add($"{what}: {status}, not {string.Join(" or ", statuses)}: {text[..Math.Min(text.Length, 200)]}");
        else if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
            Add($"{what}: {status} without a problem: {answer.Content.Headers.ContentType} {text[..Math.Min(text.Length, 100)]}");
        else if (!IsProblem(text, status))
            Add($"{what}: {status} with an incomplete problem: {text}");
    }

    /// <summary>None of these statuses.</summary>
    public void Deny(string what, HttpResponseMessage answer, params int[] statuses)
    {
        Interlocked.Increment(ref _asked);
        if (statuses.Contains((int)answer.StatusCode)) Add($"{what}: {(int)answer.StatusCode}");
    }

    public void ShouldBeNone()
    {
        _asked.ShouldBePositive();
        string.Join('\n', _found.Order(StringComparer.Ordinal)).ShouldBe("");
    }

    private static bool IsProblem(string text, int status)
    {
        var problem = JsonDocument.Parse(text).RootElement;
        return problem.GetProperty("status").GetInt32() == status
            && problem.TryGetProperty("title", out var title) && title.GetString() is { Length: > 0 }
            && problem.TryGetProperty("traceId", out var trace) && trace.GetString() is { Length: 32 };
    }
}
