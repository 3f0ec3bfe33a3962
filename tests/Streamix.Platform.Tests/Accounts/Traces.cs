using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Aspire.Hosting.Testing;
using Npgsql;
using Shouldly;
using StackExchange.Redis;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Accounts;

/// <summary>Looks for words wherever the platform keeps anything: every table, cache, bucket and queue.</summary>
internal sealed class Traces(AccountsGraph graph)
{
    public async Task ShouldBeGoneAsync(params string[] words)
    {
        (await InDatabasesAsync(words)).ShouldBeEmpty();
        (await InRedisAsync("cache", words)).ShouldBeEmpty();
        (await InRedisAsync("sessions", words)).ShouldBeEmpty();
        (await InBucketsAsync(words)).ShouldBeEmpty();
        await Until.TrueAsync(async () => await QueuedAsync() == 0, "no message waits in any queue");
    }

    private async Task<List<string>> InDatabasesAsync(string[] words)
    {
        List<string> found = [];
        var admin = new NpgsqlConnectionStringBuilder(await graph.Application.GetConnectionStringAsync("postgres")) { Pooling = false };
        foreach (var database in await ReadAsync(admin, "postgres", "SELECT datname FROM pg_database WHERE NOT datistemplate"))
        foreach (var table in await ReadAsync(admin, database, "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
        foreach (var row in await ReadAsync(admin, database, $"SELECT t::text FROM {table} t"))
        foreach (var word in words.Where(word => Holds(row, word)))
            found.Add($"{database} {table}: {word}");
        return found;
    }

    /// <summary>As text, and as bytes, which PostgreSQL shows in hexadecimal.</summary>
    private static bool Holds(string row, string word) =>
        row.Contains(word, StringComparison.OrdinalIgnoreCase) || row.Contains(Convert.ToHexString(Encoding.UTF8.GetBytes(word)), StringComparison.OrdinalIgnoreCase);

    private static async Task<List<string>> ReadAsync(NpgsqlConnectionStringBuilder admin, string database, string query)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(admin.ConnectionString) { Database = database });
#pragma warning disable CA2100 // Names come from the catalog, quoted by the server.
        await using var command = source.CreateCommand(query);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<string> values = [];
        while (await reader.ReadAsync())
            if (!await reader.IsDBNullAsync(0)) values.Add(reader.GetString(0));
        return values;
    }

    private async Task<List<string>> InRedisAsync(string resource, string[] words)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(ConfigurationOptions.Parse((await graph.Application.GetConnectionStringAsync(resource))!));
        var (database, found) = (redis.GetDatabase(), new List<string>());
        await foreach (var key in redis.GetServers()[0].KeysAsync())
        {
            var content = $"{key} {await ContentAsync(database, key)}";
            found.AddRange(words.Where(word => content.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{resource} {key}: {word}"));
        }
        return found;
    }

    private static async Task<string> ContentAsync(IDatabase redis, RedisKey key) => await redis.KeyTypeAsync(key) switch
    {
        RedisType.String => (await redis.StringGetAsync(key)).ToString(),
        RedisType.Hash => string.Join(' ', await redis.HashGetAllAsync(key)),
        RedisType.Set => string.Join(' ', await redis.SetMembersAsync(key)),
        RedisType.SortedSet => string.Join(' ', await redis.SortedSetRangeByRankAsync(key)),
        RedisType.List => string.Join(' ', await redis.ListRangeAsync(key)),
        RedisType.Stream => string.Join(' ', (await redis.StreamRangeAsync(key)).SelectMany(entry => entry.Values)),
        RedisType.None => "",
        var type => throw new InvalidOperationException($"{key} is a {type}; look into it too."),
    };

    private async Task<List<string>> InBucketsAsync(string[] words)
    {
        using var s3 = await ObjectStore.ConnectAsync(graph);
        List<string> found = [];
        foreach (var bucket in (await s3.ListBucketsAsync()).Buckets ?? [])
        foreach (var item in (await s3.ListObjectsV2Async(new() { BucketName = bucket.BucketName })).S3Objects ?? [])
        {
            // An archive is compressed; that one exists at all is too much.
            if (item.Key.EndsWith(".zip", StringComparison.Ordinal)) found.Add($"{bucket.BucketName}/{item.Key}");
            using var content = await s3.GetObjectAsync(bucket.BucketName, item.Key);
            using var reader = new StreamReader(content.ResponseStream, Encoding.Latin1);
            var text = await reader.ReadToEndAsync();
            found.AddRange(words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{bucket.BucketName}/{item.Key}: {word}"));
        }
        return found;
    }

    /// <summary>Messages in all queues, also those that were handed out and not yet acknowledged.</summary>
    public async Task<int> QueuedAsync()
    {
        var amqp = new Uri((await graph.Application.GetConnectionStringAsync("bus"))!);
        using var management = graph.Application.CreateHttpClient("bus", "management");
        management.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(amqp.UserInfo))));
        var queues = await management.GetFromJsonAsync<List<JsonElement>>("/api/queues");
        return queues!.Sum(queue => queue.TryGetProperty("messages", out var messages) ? messages.GetInt32() : 0);
    }
}
