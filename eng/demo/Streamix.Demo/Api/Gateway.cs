using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Streamix.Demo.Api;

/// <summary>
/// Calls the public API. Repeats, under one key, what nobody answered or what is too much now; signs in again when the token is over.
/// </summary>
/// <param name="http">Shared.</param>
/// <param name="address">The platform's door.</param>
/// <param name="pace">How patiently.</param>
/// <param name="signIn">Gives an access token; nobody without.</param>
internal sealed class Gateway(HttpClient http, Uri address, Pace pace, Func<CancellationToken, Task<string>>? signIn = null)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private string? _token;

    /// <summary>The same door for somebody else.</summary>
    public Gateway As(Func<CancellationToken, Task<string>> other) => new(http, address, pace, other);

    public Task<Answer> GetAsync(string path, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Get, path), cancellationToken);

    public Task<Answer> PostAsync(string path, object body, CancellationToken cancellationToken, string? ifMatch = null) =>
        SendAsync(new(HttpMethod.Post, path, () => JsonContent.Create(body, options: Json), ifMatch), cancellationToken);

    public Task<Answer> PutAsync(string path, object body, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Put, path, () => JsonContent.Create(body, options: Json)), cancellationToken);

    public Task<Answer> PostFileAsync(string path, byte[] file, string contentType, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Post, path, () =>
        new ByteArrayContent(file) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } }), cancellationToken);

    public Task<Answer> DeleteAsync(string path, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Delete, path), cancellationToken);

    /// <summary>Everything of a list in pages.</summary>
    public async Task<List<T>> AllAsync<T>(string path, CancellationToken cancellationToken)
    {
        List<T> all = [];
        string? cursor = null;
        do
        {
            var page = (await GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}limit=100{(cursor is null ? "" : $"&after={Uri.EscapeDataString(cursor)}")}", cancellationToken)).As<Page<T>>();
            all.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return all;
    }

    private async Task<Answer> SendAsync(Call call, CancellationToken cancellationToken)
    {
        var (clock, pause, renewed) = (Stopwatch.StartNew(), pace.First, false);
        for (var repeats = 0; ; repeats++)
        {
            var (answer, later) = await TryAsync(call, cancellationToken);
            if (answer is { Status: HttpStatusCode.Unauthorized } && signIn is not null && !renewed)
            {
                (_token, renewed) = (null, true);
                continue;
            }
            if (answer is not null && !IsPassing(answer, repeats)) return answer;
            if (clock.Elapsed > pace.Patience) throw new DemoException($"{call.Name}: {(answer is null ? "nobody answers" : $"{(int)answer.Status} {answer.Body}")}");
            await Task.Delay(later > pause ? later : pause, cancellationToken);
            pause = pace.After(pause);
        }
    }

    /// <summary>A conflict with itself: the first try of a repeated request still runs.</summary>
    private static bool IsPassing(Answer answer, int repeats) =>
        answer.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)answer.Status >= 500
        || answer.Status == HttpStatusCode.Conflict && repeats > 0 && $"{answer.Body}".Contains("Idempotency-Key", StringComparison.Ordinal);

    private async Task<(Answer? Answer, TimeSpan Later)> TryAsync(Call call, CancellationToken cancellationToken)
    {
        try
        {
            using var request = call.Message(address);
            if (signIn is not null) request.Headers.Authorization = new("Bearer", _token ??= await signIn(cancellationToken));
            using var response = await http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            return (new(call.Name, response.StatusCode, Parse(text), response.Headers.ETag?.ToString()), response.Headers.RetryAfter?.Delta ?? default);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return (null, default);
        }
    }

    private static JsonElement Parse(string text)
    {
        if (text.Length == 0) return default;
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text.Length > 300 ? text[..300] : text);
        }
    }
}

/// <summary>A page of a list.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
