using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;

namespace Elastic.Transport;

/// <summary>One node, HTTP, text bodies; user and password of the address become basic credentials.</summary>
internal sealed class SingleNodeTransport : ITransport
{
    private const string MediaType = "application/vnd.elasticsearch+json";
    private static readonly NameValueHeaderValue Compatible = new("compatible-with", "9");
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(60);
    private readonly HttpClient _http;

    public SingleNodeTransport(Uri node)
    {
        _http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AutomaticDecompression = System.Net.DecompressionMethods.All })
        {
            BaseAddress = node.AbsoluteUri.EndsWith('/') ? node : new(node.AbsoluteUri + "/"),
            Timeout = RequestTimeout,
        };
        if (node.UserInfo.Length > 0)
            _http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(node.UserInfo))));
        _http.DefaultRequestHeaders.Accept.Add(new(MediaType) { Parameters = { Compatible } });
    }

    public Task<TResponse> RequestAsync<TResponse>(
        in EndpointPath path, PostData? postData, Action<Activity>? configureActivity, IRequestConfiguration? localConfiguration, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() => SendAsync<TResponse>(path, postData, cancellationToken);

    private async Task<TResponse> SendAsync<TResponse>(EndpointPath path, PostData? body, CancellationToken cancellationToken)
        where TResponse : TransportResponse, new()
    {
        ApiCallDetails details = new() { HttpMethod = path.Method, Uri = new(_http.BaseAddress!, path.PathAndQuery.TrimStart('/')) };
        TResponse response = new() { ApiCallDetails = details };
        using HttpRequestMessage request = new(new(path.Method.ToString()), details.Uri);
        if (body is not null)
        {
            request.Content = new StringContent(body.Text, Encoding.UTF8);
            request.Content.Headers.ContentType = new(MediaType) { Parameters = { Compatible } };
        }
        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            details.HttpStatusCode = (int)answer.StatusCode;
            details.HasSuccessfulStatusCode = answer.IsSuccessStatusCode;
            (response as StringResponseBase)?.Fill(text);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && e is HttpRequestException or OperationCanceledException or IOException)
        {
            details.OriginalException = e;
        }
        return response;
    }
}
