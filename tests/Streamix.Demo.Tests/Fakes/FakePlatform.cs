using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Streamix.Demo.Tests.Fakes;

/// <summary>The platform, its mail and its object store as far as the seeder sees them. Writes down each call, and can die after any number of writes.</summary>
internal sealed class FakePlatform : HttpMessageHandler
{
    public const int PartBytes = 4096;
    private readonly FakeCatalog _catalog = new();
    private readonly FakeAccounts _accounts = new();

    public List<string> Writes { get; } = [];

    /// <summary>The next writes that succeed; then nobody answers any more.</summary>
    public int Life { get; set; } = int.MaxValue;

    public FakeCatalog Catalog => _catalog;

    public FakeAccounts Accounts => _accounts;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (method, path) = (request.Method.Method, request.RequestUri!.PathAndQuery);
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        lock (_catalog)
        {
            if (method == "GET" || path.EndsWith("/sign-in", StringComparison.Ordinal)) return Answer(method, path, body);
            if (Life-- <= 0) throw new KilledException();
            Writes.Add($"{method} {Regex.Replace(path, "[0-9a-f-]{36}", "*")}");
            return Answer(method, path, body);
        }
    }

    private HttpResponseMessage Answer(string method, string path, byte[] body)
    {
        if (path.StartsWith("/store/", StringComparison.Ordinal)) return Store(path, body);
        var json = body.Length > 0 && body[0] == '{' ? JsonSerializer.Deserialize<JsonElement>(body) : default;
        var (status, answer, tag) = _accounts.Answer(method, path, json) ?? _catalog.Answer(method, path, json) ?? throw new InvalidOperationException($"{method} {path} is not faked");
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = JsonContent.Create(answer) };
        if (tag is not null) response.Headers.ETag = new($"\"{tag}\"");
        return response;
    }

    private HttpResponseMessage Store(string path, byte[] body)
    {
        var parts = path.Split('/');
#pragma warning disable CA5351 // As S3 has it.
        var tag = Convert.ToHexStringLower(MD5.HashData(body));
#pragma warning restore CA5351
        _catalog.Arrive(Guid.Parse(parts[2]), int.Parse(parts[3]), body.Length, tag);
        return new(HttpStatusCode.OK) { Headers = { ETag = new($"\"{tag}\"") }, Content = new StringContent("", Encoding.UTF8) };
    }
}

/// <summary>The seeder is killed here.</summary>
internal sealed class KilledException : Exception;
