using System.Net.Http.Json;
using System.Text.Json;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>What the platform says it offers to the public.</summary>
internal sealed class PublicApi
{
    private static readonly string[] Services =
        ["users-account", "users-profile", "auth-identity", "auth-session", "comms-email", "media-catalog", "media-drm", "media-transcoder", "discovery-indexer", "discovery-search",
            "streaming-rights", "streaming-watch-history", "streaming-playback-context", "streaming-cdn-orchestrator"];

    private static readonly string[] OperatorsPaths =
        ["account/admin/", "email/", "catalog/admin/", "catalog/uploads", "catalog/assets", "catalog/artwork", "transcoding/", "drm/", "indexing", "rights/", "edges", "session/admin/", "operations/", "gateway/"];

    private PublicApi(JsonElement document) => Operations =
    [
        .. from path in document.GetProperty("paths").EnumerateObject()
           from operation in path.Value.EnumerateObject()
           where operation.Value.TryGetProperty("responses", out _)
           select new Operation(operation.Name.ToUpperInvariant(), path.Name, operation.Value, document),
    ];

    public IReadOnlyList<Operation> Operations { get; }

    /// <summary>All but the open ones.</summary>
    public IEnumerable<Operation> Closed => Operations.Where(operation => !OpenOperations.All.Contains(operation.ToString()));

    /// <summary>Those for operators.</summary>
    public IEnumerable<Operation> ForOperators =>
        Closed.Where(operation => OperatorsPaths.Any(path => operation.Template.StartsWith($"/api/v1/{path}", StringComparison.Ordinal)));

    /// <summary>The merged document, once every service has given its part.</summary>
    public static async Task<PublicApi> ReadAsync(AccountsGraph graph)
    {
        using var http = graph.CreateBareClient();
        JsonElement document = default;
        await Until.TrueAsync(async () =>
        {
            document = await http.GetFromJsonAsync<JsonElement>("/api/openapi.json");
            var there = document.GetProperty("tags").EnumerateArray().Select(tag => tag.GetProperty("name").GetString()).ToHashSet(StringComparer.Ordinal);
            return Services.All(there.Contains);
        }, "the merged document has every service");
        return new(document);
    }

    /// <summary>The paths of each service's own document that only services may call.</summary>
    public static async Task<IReadOnlyList<string>> InternalPathsAsync(AccountsGraph graph)
    {
        List<string> paths = [];
        foreach (var service in Services)
        {
            using var http = graph.CreateBareClient(service);
            var document = await http.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
            paths.AddRange(document.GetProperty("paths").EnumerateObject().Select(path => path.Name)
                .Where(path => path.StartsWith("/internal/", StringComparison.Ordinal) || path.StartsWith("/.well-known/", StringComparison.Ordinal)));
        }
        return [.. paths.Distinct(StringComparer.Ordinal)];
    }
}
