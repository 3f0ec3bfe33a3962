using System.Net;

namespace Streamix.StandIns.Tests.Resilience;

/// <summary>Answers attempts in turn by a script; the last line repeats.</summary>
internal sealed class ScriptedHandler(params Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>[] script) : HttpMessageHandler
{
    private int _attempts;

    public int Attempts => _attempts;

    public List<HttpResponseMessage> Answers { get; } = [];

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Status(HttpStatusCode status, int? retryAfter = null) => (_, _) =>
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(status.ToString()) };
        response.Headers.RetryAfter = retryAfter is { } seconds ? new(TimeSpan.FromSeconds(seconds)) : null;
        return Task.FromResult(response);
    };

    public static Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> Throws(Exception error) => (_, _) => Task.FromException<HttpResponseMessage>(error);

    public static Task<HttpResponseMessage> Hangs(HttpRequestMessage request, CancellationToken ct)
    {
        var never = new TaskCompletionSource<HttpResponseMessage>();
        ct.Register(() => never.TrySetCanceled(ct));
        return never.Task;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var attempt = Interlocked.Increment(ref _attempts);
        var response = await script[Math.Min(attempt, script.Length) - 1](request, cancellationToken);
        lock (Answers)
            Answers.Add(response);
        return response;
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();
}
