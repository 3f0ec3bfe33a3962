using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Tests.Catalog;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Tests.Uploads;

/// <summary>The catalog on a database and buckets of its own, with janitors that tests call.</summary>
public class AssetScene : IAsyncLifetime
{
    private const string Never = "1.00:00:00";

    internal AssetScene(string? bus) => Host = new() { Bus = bus, Replace = Change, Settings = Common() };

    public AssetScene()
        : this(null)
    {
    }

    internal CatalogHost Host { get; }

    internal string Sources { get; } = $"sources-{Guid.NewGuid():n}";

    internal string Artwork { get; } = $"artwork-{Guid.NewGuid():n}";

    internal HttpClient Editor => Host.Editor();

    internal IObjectStore Objects => Host.Services.GetRequiredService<IObjectStore>();

    internal IMultipartUploads Uploads => Host.Services.GetRequiredService<IMultipartUploads>();

    public virtual Task InitializeAsync() => Host.InitializeAsync();

    public virtual Task DisposeAsync() => ((IAsyncLifetime)Host).DisposeAsync();

    internal Task<int> SweepAsync() => Host.Services.GetRequiredService<Janitor>().SweepAsync(default);

    internal Task<Guid> MovieAsync() => Editor.CreatedAsync("movie");

    /// <summary>Another process of the same service.</summary>
    internal CatalogHost Replica(params (string Key, string Value)[] settings)
    {
        var replica = new CatalogHost { Database = Host.Database, Time = Host.Time, Settings = new(Host.Settings) };
        foreach (var (key, value) in settings)
            replica.Settings[key] = value;
        return replica;
    }

    internal Task<T> QueryAsync<T>(Func<CatalogDb, Task<T>> query) => Host.QueryAsync(query);

    internal async Task<List<string>> KeysAsync(string bucket, string prefix = "")
    {
        await Objects.EnsureBucketAsync(bucket);
        List<string> keys = [];
        await foreach (var found in Objects.ListAsync(bucket, prefix))
            keys.Add(found.Key);
        await foreach (var open in Uploads.ListAsync(bucket, prefix))
            keys.Add($"upload of {open.Key}");
        return keys;
    }

    internal async Task<List<JsonElement>> EventsAsync(Guid asset, string type) => await QueryAsync(async db =>
    {
        var subject = asset.ToString("n");
        var bodies = await db.Database.SqlQuery<string>(
            $"SELECT convert_from(body, 'UTF8') AS \"Value\" FROM outbox WHERE subject = {subject} AND type = {type} ORDER BY position").ToListAsync();
        return bodies.ConvertAll(b => JsonDocument.Parse(b).RootElement);
    });

    private protected virtual void Change(IServiceCollection services)
    {
    }

    private Dictionary<string, string> Common() => new()
    {
        ["Catalog:Sources"] = Sources,
        ["Catalog:Artwork"] = Artwork,
        ["Catalog:SweepInterval"] = Never,
    };
}
