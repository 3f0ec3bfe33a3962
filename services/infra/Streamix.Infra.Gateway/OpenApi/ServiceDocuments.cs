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
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, (JsonObject? Document, DateTimeOffset At)> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<JsonObject?>>> _fetches = new(StringComparer.Ordinal);

    public Task<ServiceDocument[]> GetAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(store.Current.Services.Where(s => s.Settings.OpenApi).Select(s => GetAsync(s, cancellationToken)));

    private async Task<ServiceDocument> GetAsync(ServicePlan service, CancellationToken cancellationToken)
    {
        if (Fresh(service) is { } known)
        {
            return new ServiceDocument(service, known, IsFresh: true);
        }

        var fetched = await InTimeAsync(service, cancellationToken);
        return new ServiceDocument(service, fetched ?? _known.GetValueOrDefault(service.Id).Document, fetched is not null);
    }

    private JsonObject? Fresh(ServicePlan service) =>
        _known.TryGetValue(service.Id, out var known) && time.GetUtcNow() - known.At < options.CurrentValue.Fresh ? known.Document : null;

    /// <summary>Whoever is too slow for this answer has its document in one of the next: a service that has just started takes a while to write it.</summary>
    private async Task<JsonObject?> InTimeAsync(ServicePlan service, CancellationToken cancellationToken)
    {
        try
        {
            return await _fetches.GetOrAdd(service.Id, _ => new(() => FetchAsync(service))).Value.WaitAsync(options.CurrentValue.Patience, time, cancellationToken);
        }
        catch (TimeoutException e)
        {
            Log.Missing(logger, service.Id, e.Message);
            return null;
        }
    }

    private async Task<JsonObject?> FetchAsync(ServicePlan service)
    {
        try
        {
            // It may have come since this answer looked.
            if (Fresh(service) is { } known)
            {
                return known;
            }

            using var deadline = new CancellationTokenSource(Longest, time);
            var json = await clients.CreateClient(Client).GetByteArrayAsync($"https+http://{service.Versions[0].Resource}/openapi/v1.json", deadline.Token);
            var document = JsonNode.Parse(json) as JsonObject;
            _known[service.Id] = (document, time.GetUtcNow());
            return document;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or TimeoutException or JsonException)
        {
            Log.Missing(logger, service.Id, e.Message);
            return null;
        }
        finally
        {
            _fetches.TryRemove(service.Id, out _);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "No OpenAPI document of {Service}: {Reason}")]
        public static partial void Missing(ILogger logger, string service, string reason);
    }
}
