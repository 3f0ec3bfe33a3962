using System.Net.Http.Headers;

namespace Streamix.Demo.Api;

/// <summary>One request, sent as often as it takes under one key.</summary>
internal sealed record Call(HttpMethod Method, string Path, Func<HttpContent>? Content = null, string? IfMatch = null)
{
    private readonly string _key = $"demo-{Guid.NewGuid():n}";

    public string Name => $"{Method} {Path}";

    public HttpRequestMessage Message(Uri address)
    {
        var message = new HttpRequestMessage(Method, new Uri(address, Path)) { Content = Content?.Invoke() };
        if (Method == HttpMethod.Post) message.Headers.Add("Idempotency-Key", _key);
        if (IfMatch is not null) message.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(IfMatch));
        return message;
    }
}
