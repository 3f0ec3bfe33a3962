using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Elastic.Clients.Elasticsearch;
using Microsoft.Extensions.Logging;
using Streamix.Discovery.Index.Elastic;

namespace Streamix.Discovery.Tests.Elastic;

internal sealed record Recorded(string Method, string Path, string Query, string Body);

/// <summary>Writes down every request and answers what it is told to; without being told, as an Elasticsearch with two indexes and nothing in them.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    public const string Live = "streamix-titles-v000000000000001";
    public const string Building = "streamix-titles-v000000000000002";
    private readonly WebApplication _app;

    private RecordingServer(WebApplication app) => _app = app;

    public ConcurrentQueue<Recorded> Requests { get; } = new();

    /// <summary>Null answers as usual.</summary>
    public Func<Recorded, (int Status, string Body)?> Answer { get; set; } = _ => null;

    public SearchServer Client => new(new ElasticsearchClient(new ElasticsearchClientSettings(new Uri(_app.Urls.Single()))));

    public static async Task<RecordingServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        RecordingServer server = new(app);
        app.Run(server.HandleAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        Recorded request = new(context.Request.Method, context.Request.Path.Value!, context.Request.QueryString.Value ?? "", await reader.ReadToEndAsync(context.RequestAborted));
        Requests.Enqueue(request);
        var (status, body) = Answer(request) ?? (200, Usual(request));
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body, context.RequestAborted);
    }

    private static string Usual(Recorded request) => request switch
    {
        { Method: "GET", Path: "/streamix-titles-v*" } => $$"""
            {"{{Live}}":{"aliases":{"streamix-titles":{} },"mappings":{"_meta":{"format":1} },"settings":{"index":{"creation_date":"1"} } },
             "{{Building}}":{"aliases":{"streamix-titles-building":{} },"mappings":{"_meta":{"format":1} },"settings":{"index":{"creation_date":"2"} } } }
            """,
        { Path: "/_bulk" } => new JsonObject
        {
            ["errors"] = false,
            ["items"] = new JsonArray([.. request.Body.TrimEnd('\n').Split('\n').Where((_, i) => i % 2 == 0).Select(_ => (JsonNode)new JsonObject { ["index"] = new JsonObject { ["status"] = 201 } })]),
        }.ToJsonString(),
        _ when request.Path.EndsWith("/_search", StringComparison.Ordinal) => """{"hits":{"total":{"value":0,"relation":"eq"},"hits":[]},"aggregations":{}}""",
        _ when request.Path.EndsWith("/_count", StringComparison.Ordinal) => """{"count":7}""",
        { Method: "GET", Path: "/_synonyms/streamix-titles" } => """{"count":1,"synonyms_set":[{"id":"group-0000","synonyms":"sci-fi, science fiction"}]}""",
        _ => """{"acknowledged":true}""",
    };
}
