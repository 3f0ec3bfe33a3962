using System.Diagnostics;
using System.Net;

namespace Streamix.Platform.Tests.Media.Faults;

/// <summary>
/// Repeats a request, under one key, until there is an answer from somebody who knows: not after a lost connection, a timeout, a 5xx, "still running"
/// or "come back later". When its token is over it signs in again.
/// </summary>
internal sealed class PatientHandler(Func<Task<string>>? signIn = null) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, UseProxy = false })
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private int _repeats;
    private string? _token;

    public int Repeats => _repeats;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is { } content ? await content.ReadAsByteArrayAsync(cancellationToken) : null;
        if (request.Method == HttpMethod.Post) request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString("n"));
        var (clock, pause) = (Stopwatch.StartNew(), FirstPause);
        for (; ; Interlocked.Increment(ref _repeats))
        {
            var answer = await TryAsync(request, body, cancellationToken);
            if (answer is not null && (IsFinal(answer.StatusCode) || clock.Elapsed > Patience)) return answer;
            if (clock.Elapsed > Patience) throw new TimeoutException($"{request.Method} {request.RequestUri?.AbsolutePath}: no answer within {Patience}");
            if (answer?.StatusCode == HttpStatusCode.Unauthorized) _token = null;
            await Task.Delay(answer?.Headers.RetryAfter?.Delta is { } later && later > pause ? later : pause, cancellationToken);
            answer?.Dispose();
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private bool IsFinal(HttpStatusCode status) => (int)status < 500
        && status is not (HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
        && (status != HttpStatusCode.Unauthorized || signIn is null);

    /// <summary>Null when nobody answered.</summary>
    private async Task<HttpResponseMessage?> TryAsync(HttpRequestMessage request, byte[]? body, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(OneTry);
        try
        {
            using var copy = await CopyAsync(request, body);
            var answer = await base.SendAsync(copy, patience.Token);
            await answer.Content.LoadIntoBufferAsync(patience.Token);
            return answer;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<HttpRequestMessage> CopyAsync(HttpRequestMessage request, byte[]? body)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        foreach (var header in request.Headers) copy.Headers.TryAddWithoutValidation(header.Key, header.Value);
        if (signIn is not null) copy.Headers.Authorization = new("Bearer", _token ??= await signIn());
        if (body is null) return copy;
        copy.Content = new ByteArrayContent(body);
        foreach (var header in request.Content!.Headers) copy.Content.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return copy;
    }
}
