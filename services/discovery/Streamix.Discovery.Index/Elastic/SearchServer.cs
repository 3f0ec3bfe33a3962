using System.Text.Json;
using System.Text.Json.Nodes;
using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using Streamix.ServiceDefaults.Http;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Streamix.Discovery.Index.Elastic;

/// <summary>Sends requests to Elasticsearch. One that is away, or overloaded, is told as such.</summary>
internal sealed class SearchServer(ElasticsearchClient client)
{
    private const string Name = "search";
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };

    public static string Text(object body) => JsonSerializer.Serialize(body, Json);

    /// <summary>The answer; null for 404.</summary>
    public Task<JsonNode?> TryAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken) =>
        SendAsync(method, path, body is null ? null : Text(body), cancellationToken);

    /// <summary>The answer.</summary>
    public Task<JsonNode> AskAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken) =>
        AskTextAsync(method, path, body is null ? null : Text(body), cancellationToken);

    /// <inheritdoc cref="AskAsync"/>
    public async Task<JsonNode> AskTextAsync(HttpMethod method, string path, string? body, CancellationToken cancellationToken) =>
        await SendAsync(method, path, body, cancellationToken) ?? throw new DependencyUnavailableException(Name);

    private async Task<JsonNode?> SendAsync(HttpMethod method, string path, string? body, CancellationToken cancellationToken)
    {
        var answer = await client.Transport.RequestAsync<StringResponse>(method, path, body is null ? null : PostData.String(body), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var status = answer.ApiCallDetails.HttpStatusCode;
        return status switch
        {
            null or >= 500 or 408 or 429 => throw new DependencyUnavailableException(Name, answer.ApiCallDetails.OriginalException),
            404 => null,
            >= 400 => throw new InvalidOperationException($"Elasticsearch answered {status} to {method} {path.Split('?')[0]}."),
            _ => JsonNode.Parse(answer.Body) ?? new JsonObject(),
        };
    }
}
