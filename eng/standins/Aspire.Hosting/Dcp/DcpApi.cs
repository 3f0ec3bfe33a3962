using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Aspire.Hosting.Dcp;

/// <summary>JSON over the API of a running control plane.</summary>
internal sealed class DcpApi(HttpClient http) : IDisposable
{
    public const string Version = "usvc-dev.developer.microsoft.com/v1";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private const string Group = $"apis/{Version}/";

    public Task<T> PostAsync<T>(string path, T body, CancellationToken cancellationToken) =>
        SendAsync<T>(HttpMethod.Post, Group + path, body, "application/json", cancellationToken);

    public Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        SendAsync<T>(HttpMethod.Get, Group + path, null, "", cancellationToken);

    public Task DeleteAsync(string path, CancellationToken cancellationToken) =>
        SendAsync<JsonElement>(HttpMethod.Delete, Group + path, null, "", cancellationToken);

    public Task MergeAsync(string path, object patch, CancellationToken cancellationToken) =>
        SendAsync<JsonElement>(HttpMethod.Patch, Group + path, patch, "application/merge-patch+json", cancellationToken);

    public Task<Execution> GetExecutionAsync(CancellationToken cancellationToken) =>
        SendAsync<Execution>(HttpMethod.Get, "admin/execution", null, "", cancellationToken);

    public Task SetExecutionAsync(Execution execution, CancellationToken cancellationToken) =>
        SendAsync<JsonElement>(HttpMethod.Patch, "admin/execution", execution, "application/merge-patch+json", cancellationToken);

    public async IAsyncEnumerable<string> LinesAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(Group + path, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw await RefusalAsync(HttpMethod.Get, path, response, cancellationToken).ConfigureAwait(false);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            yield return line;
    }

    public void Dispose() => http.Dispose();

    private async Task<T> SendAsync<T>(HttpMethod method, string path, object? body, string mediaType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Version = HttpVersion.Version20 };
        if (body is not null)
            request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), Json)) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw await RefusalAsync(method, path, response, cancellationToken).ConfigureAwait(false);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return answer.Length == 0 ? default! : JsonSerializer.Deserialize<T>(answer, Json)!;
    }

    private static async Task<ControlPlaneException> RefusalAsync(HttpMethod method, string path, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return new($"DCP answered {method} {path} with {(int)response.StatusCode}: {text}") { Status = response.StatusCode };
    }
}

internal sealed record Execution(string Status, string? ShutdownResourceCleanup = null);
