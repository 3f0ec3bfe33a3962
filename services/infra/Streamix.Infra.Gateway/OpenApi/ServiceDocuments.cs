using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.OpenApi;

/// <summary>Fetches the services' documents and keeps the last of each.</summary>
internal sealed partial class ServiceDocuments(
    IHttpClientFactory clients, CatalogueStore store, IOptionsMonitor<MergedOpenApiOptions> options, TimeProvider time, ILogger<ServiceDocuments> logger)
{
    public const string Client = "openapi";
    private readonly ConcurrentDictionary<string, (JsonObject? Document, DateTimeOffset At)> _known = new(StringComparer.Ordinal);

    public Task<ServiceDocument[]> GetAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(store.Current.Services.Where(s => s.Settings.OpenApi).Select(s => GetAsync(s, cancellationToken)));

    private async Task<ServiceDocument> GetAsync(ServicePlan service, CancellationToken cancellationToken)
    {
        var known = _known.GetValueOrDefault(service.Id);
        if (known.Document is not null && time.GetUtcNow() - known.At < options.CurrentValue.Fresh)
        {
            return new ServiceDocument(service, known.Document, IsFresh: true);
        }

        var fetched = await FetchAsync(service, cancellationToken);
        if (fetched is not null)
        {
            _known[service.Id] = (fetched, time.GetUtcNow());
        }

        return new ServiceDocument(service, fetched ?? known.Document, fetched is not null);
    }

    private async Task<JsonObject?> FetchAsync(ServicePlan service, CancellationToken cancellationToken)
    {
        try
        {
            using var deadline = new CancellationTokenSource(options.CurrentValue.Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            var json = await clients.CreateClient(Client).GetByteArrayAsync($"https+http://{service.Versions[0].Resource}/openapi/v1.json", either.Token);
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or TimeoutException or JsonException && !cancellationToken.IsCancellationRequested)
        {
            Log.Missing(logger, service.Id, e.Message);
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No OpenAPI document of {Service}: {Reason}")]
        public static partial void Missing(ILogger logger, string service, string reason);
    }
}
