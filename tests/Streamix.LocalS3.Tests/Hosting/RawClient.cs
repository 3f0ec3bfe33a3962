namespace Streamix.LocalS3.Tests.Hosting;

/// <summary>Sends what it is told, path and query untouched.</summary>
internal sealed class RawClient(Uri address) : IDisposable
{
    private static readonly string[] ContentHeaders = ["Content-Type", "Content-MD5", "Content-Length", "Content-Encoding", "Content-Disposition", "Content-Language", "Expires"];
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public string Host => address.Authority;

    /// <summary>Signs with the right key and sends.</summary>
    public Task<RawAnswer> SendAsync(RawRequest request, Signer? signer = null, string? contentHash = null)
    {
        (signer ?? new Signer()).Sign(request, Host, contentHash);
        return SendUnsignedAsync(request);
    }

    public Task<RawAnswer> SendAsync(string method, string path, string query = "", string body = "") =>
        SendAsync(new RawRequest(method, path, query, System.Text.Encoding.UTF8.GetBytes(body)));

    public async Task<RawAnswer> SendUnsignedAsync(RawRequest request)
    {
        var target = $"{address.Scheme}://{address.Authority}{request.Path}{(request.Query.Length > 0 ? "?" + request.Query : "")}";
        using var message = new HttpRequestMessage(
            new(request.Method), new Uri(target, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        message.Content = new ByteArrayContent(request.Body);
        foreach (var (name, value) in request.Headers)
        {
            if (ContentHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
                message.Content.Headers.TryAddWithoutValidation(name, value);
            else
                message.Headers.TryAddWithoutValidation(name, value);
        }
        using var response = await http.SendAsync(message);
        var headers = response.Headers.Concat(response.Content.Headers).Concat(response.TrailingHeaders)
            .ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new((int)response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}
